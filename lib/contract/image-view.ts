import * as z from "zod";
import { deliveredSchema } from "#lib/engine/delivered.ts";

/** A stored picture, as the screens and the HTTP see it. Its bytes are at `imageUrl`. */
export const imageViewSchema = z.strictObject({
  id: z.uuid(),
  generationId: z.uuid(),
  attemptId: z.uuid(),
  /** The place among the pictures of its attempt, from 0. */
  index: z.int(),
  /** The prompt that made it, for alternative text. */
  prompt: z.string(),
  revisedPrompt: z.string().nullable(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** The sniffed media type, as "image/png". */
  type: z.string(),
  bytes: z.int(),
  /** base64; see `thumbhash`. */
  thumbhash: z.string(),
  delivered: deliveredSchema.strict(),
  isFavorite: z.boolean(),
  /** Kept although the person had stopped waiting for it. */
  isHidden: z.boolean(),
  /** ISO 8601; null when it is not in the trash. */
  deletedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export type ImageView = z.infer<typeof imageViewSchema>;
