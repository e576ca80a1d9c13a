import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, path, rectangle, round } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";
import type { Opening } from "#lib/painter/scenery/room/window.ts";

/** Three framed pictures on the wall beside the window. */
export function drawImages(
  { width }: Stage,
  chance: Random,
  window: Opening,
  wood: string,
): string {
  const middle = window.x < width / 2 ? width * 0.72 : width * 0.28;
  const frames = [
    { offset: -110, wide: 92, tall: 120 },
    { offset: 10, wide: 110, tall: 86 },
    { offset: 116, wide: 78, tall: 104 },
  ];
  return frames
    .map(({ offset, wide, tall }) => {
      const [x, y] = [middle + offset - wide / 2, 200 + chance.between(-22, 22)];
      const tone = chance.pick(["#e7a977", "#7fa9a3", "#c9877f", "#8a93bf"]);
      const hill = `M${x + 8} ${y + tall - 8}q${wide * 0.25} ${-tall * 0.36} ${wide * 0.5 - 8} ${-tall * 0.1}t${wide * 0.5 - 8} 0v${tall * 0.1}z`;
      return (
        rectangle(x - 8, y - 8, wide + 16, tall + 16, wood) +
        rectangle(x, y, wide, tall, "#f6efe2") +
        ellipse(x + wide / 2, y + tall * 0.42, wide * 0.22, wide * 0.22, tone) +
        path(hill, shift(tone, { lightness: -0.15 }))
      );
    })
    .join("");
}

/** A round rug in the middle of the floor. */
export function drawRug({ width, height }: Stage, chance: Random, floor: number): string {
  const [tone, trim] = chance.pick([
    ["#a8443f", "#efcf9a"],
    ["#3f6c7a", "#f0d9b0"],
    ["#7b5a8c", "#f1cfae"],
  ]);
  const y = floor + (height - floor) * 0.55;
  return [1, 0.88, 0.8]
    .map((scale, index) =>
      ellipse(width / 2, y, 390 * scale, 82 * scale, index === 1 ? trim : tone),
    )
    .join("");
}

/** The leaves of a plant that stands nearer than all else. */
export function drawPlant(chance: Random, x: number, height: number, isDark: boolean): string {
  let svg = "";
  for (let leaf = 0; leaf < 17; leaf += 1) {
    const angle = Math.PI * chance.between(1.08, 1.92);
    const long = chance.between(150, 310);
    const [tipX, tipY] = [x + Math.cos(angle) * long, height - 80 + Math.sin(angle) * long];
    const tone = mix(
      chance.pick(["#2f5a45", "#3c6d4c", "#274c46"]),
      "#141a30",
      isDark ? 0.4 : 0.12,
    );
    svg += path(
      `M${round(x)} ${round(height - 40)}Q${round((x + tipX) / 2 - 34)} ${round((height + tipY) / 2 - 50)} ${round(tipX)} ${round(tipY)}Q${round((x + tipX) / 2 + 42)} ${round((height + tipY) / 2 - 30)} ${round(x)} ${round(height - 40)}z`,
      tone,
    );
  }
  return svg;
}
