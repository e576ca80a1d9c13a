import * as z from "zod";
import { imageTileSchema } from "#lib/contract/library/image-tile.ts";
import { deliveredSchema } from "#lib/engine/delivered.ts";

/** A stored picture where it is told whole, as in a generation: its prompt, too. */
export const imageViewSchema = imageTileSchema.extend({
  attemptId: z.uuid(),
  /** The place among the pictures of its attempt, from 0. */
  index: z.int(),
  revisedPrompt: z.string().nullable(),
  /** The sniffed media type, as "image/png". */
  type: z.string(),
  bytes: z.int(),
  delivered: deliveredSchema.strict(),
});

export type ImageView = z.infer<typeof imageViewSchema>;
