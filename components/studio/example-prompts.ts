/** For the empty studio: they fill the composer and spend nothing. */
export const examplePrompts: readonly string[] = [
  "A watercolor of a fox in a snowy forest",
  "A lighthouse in a storm, oil painting",
  "Three cats on a beach at sunset",
  "A cosy library with a sleeping dog",
  "Minimalist poster of mountains at dawn",
  "Pixel art castle at night",
];
