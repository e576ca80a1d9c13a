const irregular: Readonly<Record<string, string>> = {
  mice: "mouse",
  geese: "goose",
  wolves: "wolf",
  people: "person",
  men: "man",
  women: "woman",
  children: "child",
  leaves: "leaf",
  fishes: "fish",
  oxen: "ox",
};

/** The words that an English plural may come from, likeliest first; none when the word is no plural. */
export function singularsOf(word: string): string[] {
  const known = irregular[word];
  if (known) return [known];
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return [];

  const stems = [word.slice(0, -1)];
  if (word.endsWith("ies")) stems.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("ves")) stems.push(`${word.slice(0, -3)}f`);
  if (word.endsWith("es")) stems.push(word.slice(0, -2));
  return stems;
}
