import * as z from "zod";

/** What is found out about a gateway without paying. */
export const connectionReportSchema = z.strictObject({
  /** How many models it lists, and how many of them make images; null where it has no list. */
  models: z.strictObject({ total: z.int(), image: z.int() }).nullable(),
  /** How long that took. */
  tookMs: z.int(),
  /** Whether pictures can be asked for at this address; null where that is not certain. */
  takesRequests: z.boolean().nullable(),
  /** Whether it streams: only that it does not can be known for nothing. */
  streams: z.literal(false).nullable(),
});

export type ConnectionReport = z.infer<typeof connectionReportSchema>;
