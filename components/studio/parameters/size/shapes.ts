import { fitSize } from "#components/studio/parameters/size/fit-size.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

/** A shape, and the sizes of it that are on offer, smallest first. */
export interface Shape {
  ratio: string;
  sizes: readonly string[];
}

/** What is offered where a model takes any size: the shapes that pictures usually have, each in two sizes. */
const usualSizes = ["1024x1024", "1536x1024", "1024x1536", "1792x1008", "1008x1792", "1792x768"];

/** Names that people know; a size that is nearly one of these has its name, as 1920 × 1088 has 16:9. */
const known = "1:1 5:4 4:5 4:3 3:4 3:2 2:3 16:9 9:16 2:1 1:2 21:9 9:21".split(" ");
const nearly = 0.01;

/** The shape of a size by its name, as "3:2". */
export function ratioOf(size: string): string {
  const { width, height } = sizeOf(size);
  const name = known.find((ratio) => {
    const other = sizeOf(ratio);
    return Math.abs(Math.log(((width / height) * other.height) / other.width)) < nearly;
  });
  const divisor = greatestDivisor(width, height);
  const exact = `${width / divisor}:${height / divisor}`;
  return name ?? (exact.length <= 5 ? exact : `${Number((width / height).toFixed(2))}:1`);
}

/** The shapes that a model makes. */
export function shapesOf(sizes: EngineModel["sizes"]): Shape[] {
  const offered = sizes?.filter((size) => size !== "auto");
  const all = offered ?? usualSizes.flatMap((size) => [size, doubled(size)]);
  return [...Map.groupBy(all, ratioOf)].map(([ratio, own]) => ({ ratio, sizes: own }));
}

/** The size of a shape that is nearest to the one that was chosen before; the smallest where none was. */
export function sizeOfShape({ sizes: [first = "", ...others] }: Shape, before: string): string {
  if (before === "" || before === "auto") return first;
  return fitSize(before, [first, ...others]) ?? first;
}

function doubled(size: string): string {
  const { width, height } = sizeOf(size);
  return `${width * 2}x${height * 2}`;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
