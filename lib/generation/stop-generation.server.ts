import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { type AttemptState, attemptStateSchema } from "#lib/generation/attempt-state.ts";
import { isEnded } from "#lib/generation/attempt-transition.ts";
import {
  type AttemptReference,
  changeAttempt,
  lockGeneration,
  refreshGeneration,
} from "#lib/generation/change-attempt.server.ts";
import type { Reach } from "#lib/generation/failpoint.ts";
import type { GenerationView } from "#lib/generation/generation-view.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Tells the runners to hang up; the payload is the attempt's id. */
export const hangUpChannel = "hang_up";

/**
 * Stops a generation. What was not sent is canceled, for certain and free. For what was sent the first press is
 * "stop waiting": it goes on being received, is kept, and hidden; a second press hangs up. An engine that is not
 * paid is hung up at once. Throws `not_found`.
 */
export async function stopGeneration(
  { client, reach }: { client: PrismaClient; reach: Reach },
  { userId, id }: { userId: string; id: string },
): Promise<GenerationView> {
  const generation = await getGeneration(client, { userId, id });
  const paid = isPaid(generation.engine);

  const attempts = await client.attempt.findMany({
    where: { generationId: id },
    select: { id: true, state: true, fence: true, stopRequestedAt: true },
  });
  for (const attempt of attempts) {
    const state = attemptStateSchema.parse(attempt.state);
    await stopAttempt(client, {
      ...attempt,
      state,
      reference: { id: attempt.id, generationId: id, userId, paid },
    });
    reach("stopping");
  }
  return getGeneration(client, { userId, id });
}

/** The one place that knows it without an engine at hand: only the painter is free. */
export function isPaid(engine: ImageEngine["id"]): boolean {
  return engine !== "painter";
}

interface StoppedAttempt {
  reference: AttemptReference;
  state: AttemptState;
  fence: number;
  stopRequestedAt: Date | null;
}

async function stopAttempt(client: PrismaClient, attempt: StoppedAttempt): Promise<void> {
  const { reference, state, fence, stopRequestedAt } = attempt;
  if (isEnded(state)) return;

  if (state === "queued" || state === "claimed") {
    const canceled = await changeAttempt(client, reference, {
      from: state,
      fence,
      command: "cancel",
      set: (now) => ({ stopRequestedAt: now, charged: "no" }),
      event: "attempt-ended",
    });
    if (canceled) return;
  }

  const hangsUp = stopRequestedAt !== null || !reference.paid;
  await requestStop(client, reference, { hangsUp });
}

/** Marks an attempt that is, or has just been, sent; the runner that holds it does the rest. */
function requestStop(
  client: PrismaClient,
  reference: AttemptReference,
  { hangsUp }: { hangsUp: boolean },
): Promise<void> {
  return client.$transaction(async (transaction) => {
    const now = await lockGeneration(transaction, reference.generationId);
    await transaction.attempt.updateMany({
      where: { id: reference.id, endedAt: null, stopRequestedAt: null },
      data: { stopRequestedAt: now },
    });
    if (hangsUp) {
      await transaction.$queryRaw`SELECT pg_notify(${hangUpChannel}, ${reference.id})::text`;
    }
    const events = await refreshGeneration(transaction, reference, {
      now,
      event: "attempt-updated",
    });
    await appendEvents(transaction, { userId: reference.userId, events });
  });
}
