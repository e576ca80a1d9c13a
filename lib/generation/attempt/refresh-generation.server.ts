import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { attemptSelect, toAttemptView } from "#lib/generation/attempt/generation-record.server.ts";
import { generationStateOf } from "#lib/generation/attempt/generation-state.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/** The events that tell of an attempt, with the whole of it. */
export type AttemptEventType = Extract<StudioEvent, { attempt: AttemptView }>["type"];

interface Refreshed {
  /** The attempt as it now is. */
  attempt: AttemptView;
  /** What tells of the change. */
  events: StudioEvent[];
}

/** Writes a generation's state anew from its attempts, after one of them changed. */
export async function refreshGeneration(
  transaction: Transaction,
  { id, generationId }: { id: string; generationId: string },
  { now, event }: { now: Date; event: AttemptEventType | undefined },
): Promise<Refreshed> {
  const records = await transaction.attempt.findMany({
    where: { generationId },
    select: attemptSelect,
  });
  const attempts = records.map(toAttemptView);
  const attempt = attempts.find((one) => one.id === id);
  if (!attempt) throw new TypeError(`no attempt ${id} in generation ${generationId}`);

  const state = generationStateOf(attempts);
  const isOver = !["queued", "running"].includes(state);
  const { count } = await transaction.generation.updateMany({
    where: { id: generationId, state: { not: state } },
    data: { state, endedAt: isOver ? now : null },
  });

  const events: StudioEvent[] = [];
  if (event) events.push({ type: event, attempt, generationState: state });
  if (event === "attempt-ended") events.push(...usageEvents(attempt));
  if (count > 0 && isOver) {
    events.push({ type: "generation-ended", generationId, state, endedAt: now.toISOString() });
  }
  return { attempt, events };
}

/** What an attempt cost, as far as it is known: by the gateway's word, else by its list of prices. */
function usageEvents({
  generationId,
  charged,
  actualCostMicros,
  estimatedCostMicros,
}: AttemptView): StudioEvent[] {
  const costMicros = actualCostMicros ?? estimatedCostMicros ?? 0;
  if (charged === "no" || charged === null || costMicros === 0) return [];

  return [{ type: "usage-updated", generationId, costMicros }];
}
