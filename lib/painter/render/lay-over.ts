import type { Blend } from "#lib/painter/drawing/layer.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";

/** Lays one sheet over another of the same size, in place. */
export function layOver(base: Pixels, sheet: Pixels, blend: Blend = "normal"): void {
  const [under, over] = [base.data, sheet.data];
  for (let at = 0; at < over.length; at += 4) {
    const covered = over[at + 3] ?? 0;
    if (covered === 0) continue;
    const alpha = covered / 255;
    const ground = (under[at + 3] ?? 0) / 255;
    const total = alpha + ground * (1 - alpha);
    // On a transparent ground there is nothing to blend with: the sheet shows as it is.
    const share = ground === 0 ? 1 : alpha / total;
    for (let part = at; part < at + 3; part += 1) {
      const below = under[part] ?? 0;
      const above = over[part] ?? 0;
      under[part] =
        below + (blended(below, above, ground === 0 ? "normal" : blend) - below) * share;
    }
    under[at + 3] = total * 255;
  }
}

function blended(below: number, above: number, blend: Blend): number {
  if (blend === "screen") return 255 - ((255 - below) * (255 - above)) / 255;
  if (blend === "multiply") return (below * above) / 255;
  return above;
}
