import type * as z from "zod";
import { imageParametersSchema } from "#lib/meshapi/image-parameters.ts";

/** What gpt-image takes, the longest of the gateway's models. */
export const promptCharactersMax = 32_000;
/** Pixels of one side. Larger pictures than any model makes would only be a way to fill the memory. */
export const sideMin = 64;
export const sideMax = 4_096;

/**
 * What a person may ask of an engine: the gateway's parameters less those that the studio decides itself
 * (`stream`) or that come with editing (`image`), within the studio's own limits.
 */
export const imageRequestSchema = imageParametersSchema.omit({ stream: true, image: true }).extend({
  prompt: imageParametersSchema.shape.prompt.refine(
    (prompt) => prompt.length <= promptCharactersMax,
    `A prompt is ${promptCharactersMax.toLocaleString("en")} characters at most.`,
  ),
  size: imageParametersSchema.shape.size.refine(
    isWithinSides,
    `Each side is ${sideMin} to ${sideMax} pixels.`,
  ),
});

export type ImageRequest = z.infer<typeof imageRequestSchema>;

/** The width and height of a size, in pixels; null for `auto` and for none. */
export function parseSize(size: string | undefined): { width: number; height: number } | null {
  const match = /^(\d+)x(\d+)$/.exec(size ?? "");
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null;
}

function isWithinSides(size: string | undefined): boolean {
  const sides = parseSize(size);
  if (!sides) return true;

  return [sides.width, sides.height].every((side) => side >= sideMin && side <= sideMax);
}
