import { sizeOf } from "#components/studio/parameters/size/size-of.ts";

/** The size of those on offer whose shape is nearest, and of these the one nearest in pixels; null when there is none. */
export function fitSize(size: string, sizes: readonly string[]): string | null {
  const [nearest] = sizes
    .filter((offered) => offered !== "auto")
    .sort((a, b) => shapeDistance(a, size) - shapeDistance(b, size) || areaDistance(a, b, size));
  return nearest ?? null;
}

function shapeDistance(a: string, b: string): number {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return Math.abs(Math.log((one.width / one.height) * (other.height / other.width)));
}

function areaDistance(a: string, b: string, size: string): number {
  return Math.abs(areaOf(a) - areaOf(size)) - Math.abs(areaOf(b) - areaOf(size));
}

function areaOf(text: string): number {
  const { width, height } = sizeOf(text);
  return width * height;
}
