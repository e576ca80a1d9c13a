import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, path, polygon, round } from "#lib/painter/drawing/shapes.ts";
import { type Light, lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** Two or three great trunks at the edges, with boughs across the upper corners. */
export function trunksOf(
  { width, height, light }: Stage,
  random: Random,
  wood: { leaf: string; isWinter: boolean; isConifer: boolean },
): Layer {
  const bark = mix(lit(light, "#4a382e", 1), light.shade, 0.45);
  let svg = "";
  for (const edge of [-1, 1]) {
    const x = edge < 0 ? width * random.between(-0.02, 0.04) : width * random.between(0.96, 1.02);
    const half = random.between(34, 52);
    svg += path(
      `M${round(x - half * 1.6)} ${height}C${round(x - half)} ${height * 0.7} ${round(x - half)} ${height * 0.3} ${round(x - half * 0.8)} -10H${round(x + half * 0.8)}C${round(x + half)} ${height * 0.3} ${round(x + half)} ${height * 0.7} ${round(x + half * 1.7)} ${height}z`,
      [shift(bark, { lightness: 0.03 }), bark],
    );
    if (wood.isWinter)
      svg += path(
        `M${round(x - edge * half * 0.78)} -10L${round(x - edge * half)} ${height}h${round(-edge * 9)}L${round(x - edge * half * 0.78 - edge * 3)} -10z`,
        lit(light, "#ffffff", 1),
        0.75,
      );
    svg += boughs(random, { x, edge, light, ...wood });
  }
  return { kind: "shapes", svg };
}

/** Twigs that hang in from above: needles or leaves, dark against the sky. */
function boughs(
  random: Random,
  {
    x,
    edge,
    light,
    leaf,
    isWinter,
    isConifer,
  }: { x: number; edge: number; light: Light; leaf: string; isWinter: boolean; isConifer: boolean },
): string {
  const dark = mix(lit(light, shift(leaf, { lightness: -0.14 }), 1), light.shade, 0.35);
  let svg = "";
  for (let branch = 0; branch < 7; branch += 1) {
    const long = random.between(150, 330);
    const [startY, droop] = [random.between(-60, 150), random.between(0.12, 0.5)];
    for (let along = 0.12; along <= 1; along += isConifer ? 0.045 : 0.06) {
      const [px, py] = [x - edge * long * along, startY + long * droop * along * along];
      const tone = shift(dark, { lightness: random.between(-0.03, 0.05) });
      const size = 44 * (1.1 - along) + 14;
      svg += isConifer
        ? needles(random, { x: px, y: py, size, edge, tone })
        : leaves(random, { x: px, y: py, size, tone });
      if (isWinter) svg += ellipse(px, py - 3, size * 0.42, 4.5, lit(light, "#ffffff", 0.96));
    }
  }
  return svg;
}

interface Twig {
  x: number;
  y: number;
  size: number;
  tone: string;
}

function needles(random: Random, { x, y, size, edge, tone }: Twig & { edge: number }): string {
  const lean = -edge * size * random.between(0.3, 0.7);
  return (
    polygon(
      [
        [x - 7, y - 3],
        [x + 7, y - 3],
        [x + lean, y + size * random.between(0.7, 1.1)],
      ],
      tone,
    ) +
    polygon(
      [
        [x - 5, y],
        [x + 5, y],
        [x + lean * 1.5, y - size * 0.35],
      ],
      tone,
    )
  );
}

function leaves(random: Random, { x, y, size, tone }: Twig): string {
  return [0, 1, 2, 3]
    .map(() =>
      ellipse(
        x + random.between(-0.7, 0.7) * size,
        y + random.between(-0.5, 0.8) * size,
        size * random.between(0.16, 0.32),
        size * random.between(0.12, 0.2),
        shift(tone, { lightness: random.between(-0.03, 0.04) }),
      ),
    )
    .join("");
}
