import * as z from "zod";

/** One line of the journal of the disk. Paths are absolute. */
export const journalEntrySchema = z.discriminatedUnion("did", [
  /** Bytes are about to be written. */
  z.object({ did: z.literal("write"), path: z.string() }),
  /** What was written so far, or the names in this folder, are certain. */
  z.object({ did: z.literal("sync"), path: z.string(), bytes: z.number() }),
  /** It is about to get another name; `replaces`: there was a file of this name already. */
  z.object({ did: z.literal("rename"), path: z.string(), to: z.string(), replaces: z.boolean() }),
  /** A folder was made. */
  z.object({ did: z.literal("make"), path: z.string() }),
  /** It is about to be removed; `grave` is a folder that holds on to its files. */
  z.object({
    did: z.literal("remove"),
    path: z.string(),
    isFolder: z.boolean(),
    grave: z.string(),
  }),
]);

export type JournalEntry = z.infer<typeof journalEntrySchema>;
