import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { lockGeneration } from "#lib/generation/attempt/lock-generation.server.ts";
import { refreshGeneration } from "#lib/generation/attempt/refresh-generation.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";

/** The body of `POST /api/generations/:id/retry`: the attempts to repeat. */
export const retryRequestSchema = z.strictObject({
  attempts: z
    .array(z.uuid("Each of attempts is the id of an attempt."), "Name the attempts to repeat.")
    .min(1, "Name at least one attempt."),
});

/**
 * Repeats attempts that ended without a picture, each as a new attempt for the same tile. An attempt is repeated
 * once at most (a unique column sees to it), so a double press buys one. Throws `not_found`, `invalid_request`
 * for an id of another generation, `conflict` for an attempt that has not ended or that has its picture.
 */
export async function retryAttempts(
  { client, hitFailpoint }: { client: PrismaClient; hitFailpoint: FailpointHook },
  { userId, id, attempts }: { userId: string; id: string; attempts: readonly string[] },
): Promise<GenerationView> {
  await getGeneration(client, { userId, id });
  await client.$transaction(async (transaction) => {
    const now = await lockGeneration(transaction, id);
    for (const attemptId of new Set(attempts)) {
      const newId = await repeatAttempt(transaction, { generationId: id, attemptId });
      if (!newId) continue;

      const { events } = await refreshGeneration(
        transaction,
        { id: newId, generationId: id },
        { now, event: "attempt-queued" },
      );
      await appendEvents(transaction, { userId, events });
    }
    await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    hitFailpoint("retry-writing");
  });
  return getGeneration(client, { userId, id });
}

/** The new attempt's id; null when this one was repeated before. */
async function repeatAttempt(
  transaction: Transaction,
  { generationId, attemptId }: { generationId: string; attemptId: string },
): Promise<string | null> {
  const attempt = await transaction.attempt.findFirst({
    where: { id: attemptId, generationId },
    select: {
      index: true,
      seed: true,
      state: true,
      estimatedCostMicros: true,
      retriedBy: { select: { id: true } },
    },
  });
  if (!attempt) {
    throw new AppError("invalid_request", "There is no such attempt in this generation.", {
      field: "attempts",
    });
  }
  if (attempt.retriedBy) return null;
  if (!["failed", "unknown", "canceled"].includes(attempt.state)) {
    throw new AppError("conflict", "Only what ended without a picture can be tried again.");
  }

  const { index, seed, estimatedCostMicros } = attempt;
  const created = await transaction.attempt.create({
    data: {
      id: uuidv7(),
      generationId,
      index,
      seed,
      estimatedCostMicros,
      state: "queued",
      retryOfId: attemptId,
    },
    select: { id: true },
  });
  return created.id;
}
