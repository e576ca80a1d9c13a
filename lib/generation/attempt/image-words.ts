import * as z from "zod";
import { deliveredSchema } from "#lib/engine/delivered.ts";

/** What is kept with a picture on its way: enough to write its row after a crash. */
export const imageWordsSchema = z.object({
  /** Set when the picture came as an address that is to be fetched. */
  url: z.string().nullable(),
  revisedPrompt: z.string().nullable(),
  delivered: deliveredSchema,
  costMicros: z.number().nullable(),
});

export type ImageWords = z.infer<typeof imageWordsSchema>;

/** A picture of which all is known but whether it finds its place. */
export interface ExpectedImage {
  /** The place among the pictures of its attempt, from 0. */
  index: number;
  words: ImageWords;
}
