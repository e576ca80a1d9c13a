import * as z from "zod";
import { batchKindSchema } from "#lib/contract/batch-request.ts";
import { generationViewSchema } from "#lib/contract/generation-view.ts";

/** One press of the button, as the HTTP sees it, with its generations in the order of their requests. */
export const batchViewSchema = z.strictObject({
  id: z.uuid(),
  kind: batchKindSchema,
  spec: z.record(z.string(), z.json()),
  createdAt: z.iso.datetime(),
  generations: z.array(generationViewSchema),
});

export type BatchView = z.infer<typeof batchViewSchema>;
