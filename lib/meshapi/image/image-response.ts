import * as z from "zod";

/** Fields come and go: what is missing, or is not what it was, reads as null. */
export const lenientText = z.string().nullish().catch(null);

/**
 * A picture, which comes in one of three ways whatever was asked for: `b64_json`, a `data:` URI in `url`, or an
 * http(s) `url` that expires; now and then in two at once. `imageOf` tells them apart.
 */
export interface ImageItem {
  url?: string | null | undefined;
  b64_json?: string | null | undefined;
  revised_prompt?: string | null | undefined;
  /** In place of the text, if the client decodes pictures: the bytes; null where it was not valid base64. */
  bytes?: Uint8Array | null | undefined;
}

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

export interface ImageResult extends ImageFacts {
  data: ImageItem[];
  /** The header `x-request-id`; null when the gateway sent none. */
  requestId: string | null;
}
