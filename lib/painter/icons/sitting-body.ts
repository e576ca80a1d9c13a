import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { ellipse, path } from "#lib/painter/drawing/shapes.ts";
import { type Figure, together } from "#lib/painter/icons/figure.ts";

interface Coat {
  coat: string;
  chest: string;
  paws: string;
  tail: "bushy" | "tuft" | "stub";
  tip: string;
}

/** Animals of which there is a face only, and what the rest of them looks like. */
const coats: ReadonlyMap<string, Coat> = new Map([
  ["fox", { coat: "#f4671f", chest: "#f3ece6", paws: "#4b302b", tail: "bushy", tip: "#f7f2ee" }],
  ["wolf", { coat: "#9a9da3", chest: "#dcdfe3", paws: "#85888f", tail: "bushy", tip: "#6d7077" }],
  ["bear", { coat: "#795046", chest: "#8d6154", paws: "#5b3a33", tail: "stub", tip: "#795046" }],
  [
    "polar-bear",
    { coat: "#f1f5f7", chest: "#ffffff", paws: "#dfe8ed", tail: "stub", tip: "#ffffff" },
  ],
  ["panda", { coat: "#f4f4f2", chest: "#ffffff", paws: "#3d3b3e", tail: "stub", tip: "#f4f4f2" }],
  ["koala", { coat: "#9e9e9e", chest: "#dedede", paws: "#868686", tail: "stub", tip: "#9e9e9e" }],
  ["lion", { coat: "#f2b134", chest: "#f9ce74", paws: "#e2a02a", tail: "tuft", tip: "#795046" }],
  ["hamster", { coat: "#f3a257", chest: "#fdf1e2", paws: "#fbc9a5", tail: "stub", tip: "#f3a257" }],
  ["frog", { coat: "#a9cc1d", chest: "#dcea8b", paws: "#93b415", tail: "stub", tip: "#a9cc1d" }],
  ["moose", { coat: "#6d4c41", chest: "#80594c", paws: "#4e342e", tail: "stub", tip: "#6d4c41" }],
]);

/** The face of an animal on a body that sits and looks at us; other icons as they are. */
export function withSittingBody(icon: string, face: Figure, colour: string | null): Figure {
  const known = coats.get(icon);
  if (!known) return face;

  const coat = colour ?? known.coat;
  const dark = shift(coat, { lightness: -0.07 });
  const limbs = icon === "panda" ? known.paws : coat;
  const tails = {
    bushy:
      path(
        "M92 206C150 214 166 168 152 128C148 116 140 118 140 128C140 160 128 176 96 182z",
        dark,
      ) +
      path(
        "M152 128C148 116 140 118 140 128C140 138 139 146 136 153C143 155 150 152 155 147C156 141 155 135 152 128z",
        known.tip,
      ),
    tuft:
      `<path d="M100 200C140 206 146 176 138 152" fill="none" stroke="${dark}" stroke-width="7" stroke-linecap="round"/>` +
      ellipse(137, 147, 9, 14, known.tip),
    stub: ellipse(108, 192, 12, 11, dark),
  } as const;
  const haunches = [26, 102].map(
    (x) =>
      ellipse(x, 188, 21, 27, limbs === coat ? dark : limbs) +
      ellipse(x + (x < 64 ? 3 : -3), 213, 19, 8, known.paws),
  );
  const trunk = path("M36 92C26 124 16 160 24 194C28 216 100 216 104 194C112 160 102 124 92 92z", [
    shift(coat, { lightness: 0.02 }),
    dark,
  ]);
  const chest = path("M44 98C38 128 42 160 64 172C86 160 90 128 84 98z", known.chest);
  const legs = [50, 78].map(
    (x) =>
      path(
        `M${x - 12} 140C${x - 12} 172 ${x - 11} 196 ${x - 11} 212H${x + 11}C${x + 11} 196 ${x + 12} 172 ${x + 12} 140z`,
        [limbs, mix(limbs, known.paws, 0.85)],
      ) + ellipse(x, 213, 14, 8, known.paws),
  );
  const body: Figure = {
    svg: tails[known.tail] + haunches.join("") + trunk + chest + legs.join(""),
    box: { left: 6, top: 92, right: known.tail === "stub" ? 122 : 156, bottom: 221 },
  };
  const figure = together(body, face);
  // The tail hangs out on one side; the figure stands on its feet.
  return { ...figure, box: { ...figure.box, left: -2, right: 130 } };
}
