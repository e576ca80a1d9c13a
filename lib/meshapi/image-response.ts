import * as z from "zod";

/** Fields come and go: what is missing, or is not what it was, reads as null. */
const lenientText = z.string().nullish().catch(null);

/**
 * A picture, which comes in one of three ways whatever was asked for: `b64_json`, a `data:` URI in `url`, or an
 * http(s) `url` that expires. `pictureOf` tells them apart.
 */
const imageItemSchema = z.object({
  url: lenientText,
  b64_json: lenientText,
  revised_prompt: lenientText,
});

export type ImageItem = z.infer<typeof imageItemSchema>;

/** What an answer, or a chunk of a stream, says besides its pictures. */
export const imageFactsSchema = z.object({
  created: z.number().nullish().catch(null),
  model: lenientText,
  background: lenientText,
  output_format: lenientText,
  quality: lenientText,
  size: lenientText,
  usage: z.record(z.string(), z.unknown()).nullish().catch(null),
});

export type ImageFacts = z.infer<typeof imageFactsSchema>;

/** The pictures of an answer; an entry without a picture is none. */
export const imageItemsSchema = z
  .array(imageItemSchema.nullable().catch(null))
  .transform((items) => items.filter((item) => item !== null).filter(hasPicture));

/** The answer to `POST /v1/images/generations`. */
export const imageResponseSchema = imageFactsSchema.extend({
  data: imageItemsSchema.nullish().transform((items) => items ?? []),
  error: z.unknown().optional(),
});

export interface ImageResult extends ImageFacts {
  data: ImageItem[];
  /** The header `x-request-id`; null when the gateway sent none. */
  requestId: string | null;
}

/** Whether this entry holds a picture at all. */
function hasPicture({ url, b64_json }: ImageItem): boolean {
  return Boolean(url) || Boolean(b64_json);
}
