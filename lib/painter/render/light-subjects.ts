import { toRgb } from "#lib/painter/drawing/colour.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import type { Light } from "#lib/painter/scene/light.ts";

/**
 * Puts things into the light of their scene, in place: its colour over them, a bright rim on the side of the sun,
 * and shade on the other, so that an icon belongs where it stands.
 */
export function lightSubjects(sheet: Pixels, light: Light): void {
  const { width, height, data } = sheet;
  const tint = toRgb(light.tint).map(
    (part) => 1 - light.tintAmount + (light.tintAmount * part) / 255,
  );
  const glow = toRgb(light.glow);
  const shade = toRgb(light.shade);
  const hitFailpoint = Math.max(1, Math.round(Math.min(width, height) / 160));
  const side = (light.sun.x < 0.5 ? -1 : 1) * hitFailpoint;
  const rimStrength =
    light.weather === "clear" || light.weather === "snow"
      ? { day: 0.2, dawn: 0.4, sunset: 0.6, dusk: 0.4, night: 0.45 }[light.time]
      : 0.12;
  const alphaAt = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width ? 0 : (data[(y * width + x) * 4 + 3] ?? 0);

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = data[at + 3] ?? 0;
      if (alpha === 0) continue;
      const rim =
        (rimStrength * (alpha - Math.min(alphaAt(x + side, y - hitFailpoint), alpha))) / 255;
      const shadow =
        (0.22 * (alpha - Math.min(alphaAt(x - side * 2, y + hitFailpoint), alpha))) / 255;
      for (let part = 0; part < 3; part += 1) {
        const coloured = (data[at + part] ?? 0) * (tint[part] ?? 1);
        const shaded = coloured + ((shade[part] ?? 0) - coloured) * shadow;
        data[at + part] = shaded + ((glow[part] ?? 0) - shaded) * rim;
      }
    }
  }
}
