import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import type { BatchView } from "#lib/contract/batch-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { lockGeneration } from "#lib/generation/attempt/lock-generation.server.ts";
import { refreshGenerations } from "#lib/generation/attempt/refresh-generations.server.ts";
import { getBatch } from "#lib/generation/batch/batch-record.server.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import type { MessageKey } from "#messages/messages.ts";
import { say } from "#messages/sentence.ts";

/** The body of `POST /api/batches/:id/retry`: the attempts to repeat. */
export const retryRequestSchema = z.strictObject({
  attempts: z
    .array(
      z.uuid("refusals.idsOfAttempts" satisfies MessageKey).toLowerCase(),
      "refusals.nameAttempts" satisfies MessageKey,
    )
    .min(1, "refusals.nameOneAttempt" satisfies MessageKey),
});

/**
 * Repeats attempts that ended without an image, each as a new attempt for the same tile. An attempt is repeated
 * once at most (a unique column sees to it), so a double press buys one. Throws `not_found`, `invalid_request`
 * for an id of another batch, `conflict` for an attempt that has not ended or that has its image.
 */
export async function retryBatch(
  { client, hitFailpoint }: { client: PrismaClient; hitFailpoint: FailpointHook },
  { userId, id, attempts }: { userId: string; id: string; attempts: readonly string[] },
): Promise<BatchView> {
  const { generations } = await getBatch(client, { userId, id });
  const asked = new Set(attempts);
  const known = generations.flatMap((one) => one.attempts).filter((one) => asked.has(one.id));
  if (known.length < asked.size) {
    throw new AppError("invalid_request", say("refusals.noAttemptInPress"), {
      field: "attempts",
    });
  }

  await client.$transaction(async (transaction) => {
    // All locks before the first event: that takes the user's row, for which holders of a generation wait.
    let now = new Date(0);
    for (const generationId of new Set(known.map((one) => one.generationId))) {
      now = await lockGeneration(transaction, generationId);
    }
    // It may have gone to the trash since it was read; from here on it cannot.
    await getBatch(transaction, { userId, id });
    const repeated: { id: string; generationId: string }[] = [];
    for (const { id: attemptId, generationId } of known) {
      const newId = await repeatAttempt(transaction, attemptId);
      if (newId) repeated.push({ id: newId, generationId });
    }
    const { events } = await refreshGenerations(transaction, repeated, {
      now,
      event: "attempt-queued",
    });
    await appendEvents(transaction, { userId, events });
    await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    hitFailpoint("retry-writing");
  });
  return getBatch(client, { userId, id });
}

/** The new attempt's id; null when this one was repeated before. */
async function repeatAttempt(transaction: Transaction, attemptId: string): Promise<string | null> {
  const attempt = await transaction.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      userId: true,
      generationId: true,
      gatewayId: true,
      gateway: { select: { name: true, paid: true, deletedAt: true } },
      index: true,
      seed: true,
      state: true,
      estimatedCostMicros: true,
      retriedBy: { select: { id: true } },
    },
  });
  if (attempt.retriedBy) return null;
  if (!["failed", "unknown", "canceled"].includes(attempt.state)) {
    throw new AppError("conflict", say("refusals.notToRetry"));
  }

  const { userId, generationId, gatewayId, gateway, index, seed } = attempt;
  if (gateway.deletedAt) {
    throw new AppError("conflict", say("refusals.gatewayRemoved", { name: gateway.name }));
  }
  // What was free is not by now, or the other way round: a price is then not known.
  const estimatedCostMicros = gateway.paid ? attempt.estimatedCostMicros || null : 0;
  const created = await transaction.attempt.create({
    data: {
      id: uuidv7(),
      userId,
      gatewayId,
      paid: gateway.paid,
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
