import * as z from "zod";
import type { NoteCode } from "#messages/note.ts";

/** A row may be older than the catalogue: a code that it does not have stands for itself. */
const noteSchema = z.strictObject({
  code: z.custom<NoteCode>((code) => typeof code === "string"),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What an engine says of a picture it delivers, kept with the record; an absent field was not said. */
export const deliveredSchema = z.object({
  size: z.string().optional(),
  quality: z.string().optional(),
  output_format: z.string().optional(),
  background: z.string().optional(),
  seed: z.number().optional(),
  /** For people: what it understood of the prompt, and what it did not. */
  notes: z.array(noteSchema).optional(),
  /** The gateway's token counts, as they came. */
  usage: z.record(z.string(), z.json()).optional(),
});

export type Delivered = z.infer<typeof deliveredSchema>;
