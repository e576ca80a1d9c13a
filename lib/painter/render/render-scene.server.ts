import type { Layer } from "#lib/painter/drawing/layer.ts";
import { layOver } from "#lib/painter/render/lay-over.ts";
import { lightSubjects } from "#lib/painter/render/light-subjects.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { rasterLayer } from "#lib/painter/render/raster-layer.server.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** Lays the sheets of a scene over a picture, in place; layers follow one another as they are drawn. */
export async function renderOver(
  image: Pixels,
  layers: readonly Layer[],
  stage: Stage,
): Promise<void> {
  for (const layer of joinShapes(layers)) {
    const sheet = await rasterLayer(layer, stage, image);
    if (layer.kind === "subjects") lightSubjects(sheet, stage.light);
    layOver(image, sheet, layer.kind === "subjects" ? "normal" : layer.blend);
  }
}

/** An empty, transparent picture. */
export function blankPixels({ width, height }: { width: number; height: number }): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

/** Plain shapes that follow one another are rastered at once: a sheet costs 30 ms before anything is on it. */
function joinShapes(layers: readonly Layer[]): Layer[] {
  const joined: Layer[] = [];
  for (const layer of layers) {
    const last = joined.at(-1);
    if (last && isPlain(last) && isPlain(layer))
      joined[joined.length - 1] = { kind: "shapes", svg: last.svg + layer.svg };
    else if (layer.kind === "field" || layer.svg !== "") joined.push(layer);
  }
  return joined;
}

function isPlain(layer: Layer): layer is { kind: "shapes"; svg: string } {
  return layer.kind === "shapes" && layer.softness === undefined && layer.blend === undefined;
}
