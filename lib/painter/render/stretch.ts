import type { Pixels } from "#lib/painter/render/pixels.ts";

/**
 * Enlarges a coarse sheet smoothly (bilinear). Its own code because the image library would premultiply, convert
 * to floats and back, which takes three times as long for a sheet that is soft anyway.
 */
export function stretch(
  coarse: Pixels,
  { width, height }: { width: number; height: number },
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = placesOf(width, coarse.width);
  const rows = placesOf(height, coarse.height);
  const source = coarse.data;

  for (let y = 0; y < height; y += 1) {
    const [top, bottom, down] = [rows.first[y] ?? 0, rows.second[y] ?? 0, rows.share[y] ?? 0];
    for (let x = 0; x < width; x += 1) {
      const [left, right, across] = [
        columns.first[x] ?? 0,
        columns.second[x] ?? 0,
        columns.share[x] ?? 0,
      ];
      const a = (top * coarse.width + left) * 4;
      const b = (top * coarse.width + right) * 4;
      const c = (bottom * coarse.width + left) * 4;
      const d = (bottom * coarse.width + right) * 4;
      const at = (y * width + x) * 4;
      for (let part = 0; part < 4; part += 1) {
        const above =
          (source[a + part] ?? 0) + ((source[b + part] ?? 0) - (source[a + part] ?? 0)) * across;
        const below =
          (source[c + part] ?? 0) + ((source[d + part] ?? 0) - (source[c + part] ?? 0)) * across;
        data[at + part] = above + (below - above) * down;
      }
    }
  }
  return { width, height, data };
}

/** Between which two of the coarse places each fine one lies, and how far along. */
function placesOf(
  fine: number,
  coarse: number,
): { first: Uint16Array; second: Uint16Array; share: Float32Array } {
  const places = {
    first: new Uint16Array(fine),
    second: new Uint16Array(fine),
    share: new Float32Array(fine),
  };
  for (let at = 0; at < fine; at += 1) {
    const exact = Math.min(coarse - 1, Math.max(0, ((at + 0.5) * coarse) / fine - 0.5));
    places.first[at] = Math.floor(exact);
    places.second[at] = Math.min(coarse - 1, Math.floor(exact) + 1);
    places.share[at] = exact % 1;
  }
  return places;
}
