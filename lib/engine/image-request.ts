import * as z from "zod";
import { promptCharactersMax, sideMax, sideMin } from "#lib/engine/request-limits.ts";
import { imageParametersSchema } from "#lib/meshapi/parameters/image-parameters.ts";

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

/** A request that was taken once: a rule that came later must not hide it, and all that is listed with it. */
export const storedRequestSchema = imageRequestSchema.extend({ prompt: z.string() });

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
