import { fitSize } from "#components/studio/parameters/size/fit-size.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { sideMin } from "#lib/engine/request-limits.ts";

/** The size that a model takes which is nearest to one, as "1008x704"; "" where it takes none. */
export function nearestSize(size: string, { sizes, anySize }: SizesOf): string {
  if (sizes === null || sizes.includes(size)) return size;
  if (anySize && size !== "auto") return fitToRule(size, anySize);
  return fitSize(size, sizes) ?? "";
}

type SizesOf = Pick<EngineModel, "sizes" | "anySize">;

/** As near to its shape and its pixels as the rule allows. */
function fitToRule(
  size: string,
  { step, ratioMax, sideMax, pixelsMax }: NonNullable<EngineModel["anySize"]>,
): string {
  const { width, height } = sizeOf(size);
  const [wide, high] = [Math.min(width, height * ratioMax), Math.min(height, width * ratioMax)];
  const scale = Math.min(1, sideMax / Math.max(wide, high), Math.sqrt(pixelsMax / (wide * high)));
  const round = (side: number) =>
    Math.max(Math.ceil(sideMin / step), Math.round((side * scale) / step)) * step;
  const fitted = { width: round(wide), height: round(high) };

  // What was rounded up may be too much again.
  const isTooMuch = () =>
    fitted.width * fitted.height > pixelsMax ||
    Math.max(fitted.width / fitted.height, fitted.height / fitted.width) > ratioMax;
  while (isTooMuch()) fitted[fitted.width >= fitted.height ? "width" : "height"] -= step;
  return `${fitted.width}x${fitted.height}`;
}
