import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { ellipse, terrain } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** A beach from `shore` to the lower edge: foam, wet sand, dry sand. */
export function drawSand({ width, height, light, random }: Stage, shore: number): string {
  const noise = createNoise(random("shore"), 2);
  const chance = random("sand");
  const edge = (offset: number) => (x: number) => shore + offset + 20 * noise(x / 380, 0.2);
  const [dry, wet] = [lit(light, "#f0d9a8", 0.95), lit(light, "#c9a877", 0.9)];
  let svg =
    terrain({
      width,
      bottom: height,
      step: 16,
      edge: edge(-14),
      fill: mix("#ffffff", light.glow, 0.4),
    }) +
    terrain({
      width,
      bottom: height,
      step: 16,
      edge: edge(-6),
      fill: mix(wet, light.sky[2], 0.35),
    }) +
    terrain({ width, bottom: height, step: 16, edge: edge(20), fill: [wet, dry] }) +
    terrain({
      width,
      bottom: height,
      step: 16,
      edge: (x) => shore + 62 + 14 * noise(x / 300, 5),
      fill: [dry, shift(dry, { lightness: -0.05 })],
    });
  for (let grain = 0; grain < 220; grain += 1) {
    const y = shore + 60 + (height - shore - 60) * chance.next();
    const size = 1 + (4 * (y - shore)) / (height - shore);
    svg += ellipse(
      chance.between(0, width),
      y,
      size * 2.4,
      size * 0.5,
      shift(dry, { lightness: chance.between(-0.08, 0.05) }),
      0.6,
    );
  }
  return svg;
}
