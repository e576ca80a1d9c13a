import { fromLch, type Lch, toLch } from "#lib/painter/drawing/colour.ts";

/**
 * The icon in another colour: every paint near its main one takes the new hue and keeps its place between light and
 * dark, so that shading, eyes and tyres stay what they are.
 */
export function recolour(body: string, { coat, to }: { coat: string; to: string }): string {
  const [from, target] = [toLch(coat), toLch(to)];

  return body.replace(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/gi, (hex) => {
    const paint = toLch(hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex);
    if (!isKin(paint, from)) return hex;
    return fromLch({
      lightness: Math.min(
        0.98,
        Math.max(0.08, target.lightness + (paint.lightness - from.lightness) * 0.9),
      ),
      chroma:
        target.chroma *
        (from.chroma > 0.03 ? Math.min(1.2, 0.4 + (0.6 * paint.chroma) / from.chroma) : 1),
      hue: target.hue,
    });
  });
}

/** A shade of the main colour: near in hue, or, of a grey icon, as grey. */
function isKin(paint: Lch, main: Lch): boolean {
  if (main.chroma < 0.04) return paint.chroma < 0.05 && paint.lightness > 0.35;
  const apart = Math.abs(((paint.hue - main.hue + Math.PI * 3) % (Math.PI * 2)) - Math.PI);
  return paint.chroma > 0.025 && apart < 0.7;
}
