import * as z from "zod";

/** Characters of a prompt that a tile tells: more than any alternative text shows. */
export const tilePromptMax = 200;

/** A stored picture as a list tells it: what it takes to draw and to order it, and no more. Its bytes are at `imageUrl`. */
export const imageTileSchema = z.strictObject({
  id: z.uuid(),
  generationId: z.uuid(),
  /** Of the prompt that made it the first `tilePromptMax` characters. */
  prompt: z.string(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** base64; see `thumbhash`. */
  thumbhash: z.string(),
  isFavorite: z.boolean(),
  /** Kept although the person had stopped waiting for it. */
  isHidden: z.boolean(),
  /** ISO 8601; null when it is not in the trash. */
  deletedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export type ImageTile = z.infer<typeof imageTileSchema>;
