import * as z from "zod";

/** Fields come and go: what is missing, or is not what it was, reads as null. */
const lenientText = z.string().nullish().catch(null);

/** The text of a picture, or, where it was lifted out of the answer, what `liftPictures` put there. */
const pictureValueSchema = z
  .union([z.string(), z.object({ bytes: z.instanceof(Uint8Array).nullable() })])
  .nullish()
  .catch(null);

/** Where an answer may carry a picture. */
export const pictureFieldsSchema = z.object({
  url: pictureValueSchema,
  b64_json: pictureValueSchema,
  revised_prompt: lenientText,
});

/**
 * A picture, which comes in one of three ways whatever was asked for: `b64_json`, a `data:` URI in `url`, or an
 * http(s) `url` that expires. `pictureOf` tells them apart.
 */
export interface ImageItem {
  url?: string | null | undefined;
  b64_json?: string | null | undefined;
  revised_prompt?: string | null | undefined;
  /** In place of the text, if the client decodes pictures: the bytes; null where it was not valid base64. */
  bytes?: Uint8Array | null | undefined;
}

/** Reads one picture of an answer; null where there is none. */
export function toImageItem({
  url,
  b64_json,
  revised_prompt,
}: z.infer<typeof pictureFieldsSchema>): ImageItem | null {
  if (!url && !b64_json) return null;

  const lifted = [b64_json, url].find((value) => typeof value === "object" && value !== null);
  return {
    url: typeof url === "string" ? url : null,
    b64_json: typeof b64_json === "string" ? b64_json : null,
    revised_prompt,
    ...(typeof lifted === "object" && lifted ? { bytes: lifted.bytes } : {}),
  };
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

/** The pictures of an answer; an entry without a picture is none. */
export const imageItemsSchema = z
  .array(pictureFieldsSchema.nullable().catch(null))
  .transform((items) =>
    items.map((item) => item && toImageItem(item)).filter((item) => item !== null),
  );

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
