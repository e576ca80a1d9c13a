import { mix } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { rectangle } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";
import type { Opening } from "#lib/painter/scenery/room/window.ts";

/** Tiles, shelves with jars, and a counter along the wall. */
export function drawKitchen(
  { width }: Stage,
  chance: Random,
  floor: number,
  window: Opening,
  wood: string,
): string {
  const top = floor - 96;
  const cupboard = chance.pick(["#6f9a94", "#d98e73", "#7f93b5", "#e6b95f"]);
  let svg = "";
  for (let y = 0; y < top; y += 46)
    for (let x = (y / 46) % 2 ? -46 : 0; x < width; x += 92)
      svg += rectangle(x + 2, y + 2, 88, 42, "#ffffff", 0.1);
  const shelfX = window.x < width / 2 ? width * 0.58 : width * 0.08;
  for (const y of [190, 330]) {
    svg += rectangle(shelfX, y, width * 0.34, 14, wood);
    for (let x = shelfX + 14; x < shelfX + width * 0.34 - 30; x += chance.between(40, 60)) {
      const [wide, tall] = [chance.between(22, 36), chance.between(28, 64)];
      const tone = chance.pick(["#e9e2d2", "#d97b5d", "#6c9aa3", "#f0c869", "#8fa876"]);
      svg +=
        rectangle(x, y - tall, wide, tall, [mix(tone, "#ffffff", 0.2), tone]) +
        rectangle(x - 1, y - tall - 6, wide + 2, 8, wood);
    }
  }
  svg += rectangle(0, top, width, 22, [mix("#f3ead9", "#ffffff", 0.3), "#cdbfa8"]);
  for (let x = 0; x < width; x += 170)
    svg +=
      rectangle(x + 4, top + 26, 162, 90, [mix(cupboard, "#ffffff", 0.1), cupboard]) +
      rectangle(x + 70, top + 42, 30, 6, "#f4efe4");
  return svg;
}
