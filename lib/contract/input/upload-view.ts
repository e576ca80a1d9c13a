import * as z from "zod";

/** A picture that was sent, as it can go into a generation. Its thumbnails are at `blobUrl`. */
export const uploadViewSchema = z.strictObject({
  /** SHA-256 of the bytes that are kept, in hexadecimal: by it a press names them. */
  hash: z.string(),
  type: z.string(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  /** base64; see `thumbhash`. */
  thumbhash: z.string(),
  /** What it was before it was made to fit. */
  sent: z.strictObject({ width: z.int(), height: z.int(), bytes: z.int() }),
});

export type UploadView = z.infer<typeof uploadViewSchema>;
