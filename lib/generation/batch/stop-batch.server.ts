import type { BatchView } from "#lib/contract/batch-view.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { getBatch } from "#lib/generation/batch/batch-record.server.ts";
import { stopAttempts } from "#lib/generation/queue/stop-attempts.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Stops each generation of a batch, or hangs up on it. Asked twice it is the same. Throws `not_found`. */
export async function stopBatch(
  context: { client: PrismaClient; hitFailpoint: FailpointHook },
  { userId, id, hangsUp = false }: { userId: string; id: string; hangsUp?: boolean },
): Promise<BatchView> {
  const { generations } = await getBatch(context.client, { userId, id });
  const attemptIds = generations.flatMap(({ attempts }) => attempts.map((one) => one.id));
  await stopAttempts(context, { userId, attemptIds, hangsUp });
  return getBatch(context.client, { userId, id });
}
