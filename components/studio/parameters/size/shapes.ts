import { fitSize } from "#components/studio/parameters/size/fit-size.ts";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

/** A shape, and the sizes of it that are on offer, smallest first. */
export interface Shape {
  ratio: string;
  sizes: readonly string[];
}

/** What is offered where a model takes any size: the shapes that pictures usually have, each in two sizes. */
const usualSizes = ["1024x1024", "1536x1024", "1024x1536", "1792x1008", "1008x1792", "1792x768"];

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
