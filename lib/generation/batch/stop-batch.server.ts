import type { BatchView } from "#lib/contract/batch-view.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { getBatch } from "#lib/generation/batch/batch-record.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Stops each generation of a batch, or hangs up on it. Asked twice it is the same. Throws `not_found`. */
export async function stopBatch(
  context: { client: PrismaClient; hitFailpoint: FailpointHook },
  { userId, id, hangsUp = false }: { userId: string; id: string; hangsUp?: boolean },
): Promise<BatchView> {
  const { generations } = await getBatch(context.client, { userId, id });
  for (const generation of generations) {
    await stopGeneration(context, { userId, id: generation.id, hangsUp });
  }
  return getBatch(context.client, { userId, id });
}
