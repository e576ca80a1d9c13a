import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { rectangle } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";
import type { Opening } from "#lib/painter/scenery/room/window.ts";

/** A wall of books, with a niche for the window. */
export function drawShelves(
  { width, light }: Stage,
  chance: Random,
  floor: number,
  window: Opening,
  wood: string,
): string {
  const dark = shift(wood, { lightness: -0.12 });
  const spines = [
    "#8e3b34",
    "#2f5d62",
    "#c2883c",
    "#4a4e7d",
    "#6f7f4f",
    "#a7653f",
    "#d8c5a0",
    "#5a3550",
  ] as const;
  const dim = light.time === "night" || light.time === "dusk" ? 0.35 : 0.1;
  let svg = rectangle(0, 0, width, floor, dark);
  for (let top = 20; top < floor - 40; top += 118) {
    svg += rectangle(0, top, width, 104, shift(dark, { lightness: -0.07 }));
    for (let x = 6; x < width - 12; ) {
      const [wide, tall] = [chance.between(13, 32), chance.between(62, 96)];
      const tone = mix(chance.pick(spines), "#241a30", dim);
      if (!chance.chance(0.06)) {
        svg += rectangle(x, top + 104 - tall, wide - 1.5, tall, [
          mix(tone, "#ffffff", 0.08),
          shift(tone, { lightness: -0.05 }),
        ]);
        if (chance.chance(0.5))
          svg += rectangle(
            x + 2,
            top + 104 - tall * 0.82,
            wide - 5.5,
            4,
            mix(tone, "#f5d78a", 0.6),
          );
      }
      x += wide;
    }
    svg += rectangle(0, top + 104, width, 14, [mix(wood, "#ffffff", 0.08), dark]);
  }
  for (let x = 0; x < width; x += 250) svg += rectangle(x - 8, 0, 16, floor, wood);
  return (
    svg +
    rectangle(window.x - window.wide / 2 - 76, 0, window.wide + 152, floor, [
      mix(wood, "#3a2430", 0.3),
      wood,
    ])
  );
}
