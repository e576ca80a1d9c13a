import { type BatchView, batchViewSchema } from "#lib/contract/batch-view.ts";
import {
  generationSelect,
  toGenerationView,
} from "#lib/generation/attempt/generation-record.server.ts";
import type { Prisma, Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** What is read of a batch's row; `toBatchView` makes the view of it. */
export const batchSelect = {
  id: true,
  kind: true,
  spec: true,
  createdAt: true,
  // Ids are UUIDv7, made in the order of the requests.
  generations: { select: generationSelect, orderBy: { id: "asc" } },
} satisfies Prisma.BatchSelect;

const rowSchema = batchViewSchema.pick({ kind: true, spec: true });

/** The batch as HTTP sees it. */
export function toBatchView(
  record: Prisma.BatchGetPayload<{ select: typeof batchSelect }>,
): BatchView {
  const { id, createdAt, generations, kind, spec } = record;
  return {
    id,
    ...rowSchema.parse({ kind, spec }),
    createdAt: createdAt.toISOString(),
    generations: generations.map(toGenerationView),
  };
}

interface Target {
  userId: string;
  id: string;
}

/** One batch of the owner's that is not in the trash. Throws `not_found`. */
export async function getBatch(client: Transaction, { userId, id }: Target): Promise<BatchView> {
  const record = await client.batch.findFirst({
    where: { id, userId, deletedAt: null },
    select: batchSelect,
  });
  if (!record) throw new AppError("not_found", say("refusals.noPress"));

  return toBatchView(record);
}
