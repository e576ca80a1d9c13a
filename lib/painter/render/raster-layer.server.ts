import sharp from "sharp";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { stretch } from "#lib/painter/render/stretch.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

interface Size {
  width: number;
  height: number;
}

/** Turns a layer into pixels. Everything in its SVG was drawn by the painter: no word of a prompt is in it. */
export async function rasterLayer(layer: Layer, stage: Stage, size: Size): Promise<Pixels> {
  if (layer.kind === "field") return rasterField(layer, size);

  const softness = layer.kind === "shapes" ? (layer.softness ?? 1) : 1;
  if (softness === 1) return rasterSvg(layer.svg, stage, size);
  const coarse = {
    width: Math.max(2, Math.round(size.width / softness)),
    height: Math.max(2, Math.round(size.height / softness)),
  };
  return stretch(await rasterSvg(layer.svg, stage, coarse), size);
}

async function rasterSvg(svg: string, stage: Stage, { width, height }: Size): Promise<Pixels> {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${stage.width} ${stage.height}" preserveAspectRatio="none">${svg}</svg>`;
  const buffer = await sharp(Buffer.from(page), { unlimited: true }).ensureAlpha().raw().toBuffer();
  return {
    width,
    height,
    data: new Uint8ClampedArray(buffer.buffer, buffer.byteOffset, buffer.byteLength),
  };
}

function rasterField({ columns, paint }: Extract<Layer, { kind: "field" }>, size: Size): Pixels {
  const scale = Math.min(1, columns / Math.min(size.width, size.height));
  const width = Math.max(2, Math.round(size.width * scale));
  const height = Math.max(2, Math.round(size.height * scale));
  const data = new Uint8ClampedArray(width * height * 4);
  const target = new Float32Array(4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      paint((column + 0.5) / width, (row + 0.5) / height, target);
      data.set(target, (row * width + column) * 4);
    }
  }
  return stretch({ width, height, data }, size);
}
