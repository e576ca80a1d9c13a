import type { GenerationState } from "#lib/contract/attempt-state.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { attemptSelect, toAttemptView } from "#lib/generation/attempt/generation-record.server.ts";
import { generationStateOf } from "#lib/generation/attempt/generation-state.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/** The events that tell of an attempt, with the whole of it. */
export type AttemptEventType = Extract<StudioEvent, { attempt: AttemptView }>["type"];

interface Refreshed {
  /** The attempts as they now are. */
  attempts: AttemptView[];
  /** What tells of the change. */
  events: StudioEvent[];
}

/** Writes the states of generations anew from their attempts, after some of these changed. */
export async function refreshGenerations(
  transaction: Transaction,
  changed: readonly Pick<AttemptView, "id" | "generationId">[],
  { now, event }: { now: Date; event: AttemptEventType | undefined },
): Promise<Refreshed> {
  const records = await transaction.attempt.findMany({
    where: { generationId: { in: [...new Set(changed.map((one) => one.generationId))] } },
    select: attemptSelect,
  });
  const all = records.map(toAttemptView);
  const states = new Map(
    [...Map.groupBy(all, (one) => one.generationId)].map(([id, attempts]) => [
      id,
      generationStateOf(attempts),
    ]),
  );
  const ended = await writeStates(transaction, { states, now });

  const byId = new Map(all.map((one) => [one.id, one]));
  const attempts: AttemptView[] = [];
  const events: StudioEvent[] = [];
  for (const { id, generationId } of changed) {
    const attempt = byId.get(id);
    const state = states.get(generationId);
    if (!attempt || !state) throw new TypeError(`no attempt ${id} in generation ${generationId}`);

    attempts.push(attempt);
    if (event) events.push({ type: event, attempt, generationState: state });
    if (event === "attempt-ended") events.push(...usageEvents(attempt));
  }
  return { attempts, events: [...events, ...ended] };
}

/** Returns what tells of those that are over by it. */
async function writeStates(
  transaction: Transaction,
  { states, now }: { states: ReadonlyMap<string, GenerationState>; now: Date },
): Promise<StudioEvent[]> {
  const events: StudioEvent[] = [];
  for (const [state, generations] of Map.groupBy(states, ([, state]) => state)) {
    const isOver = !["queued", "running"].includes(state);
    const written = await transaction.generation.updateManyAndReturn({
      where: { id: { in: generations.map(([id]) => id) }, state: { not: state } },
      data: { state, endedAt: isOver ? now : null },
      select: { id: true },
    });
    if (!isOver) continue;
    const endedAt = now.toISOString();
    for (const { id } of written) {
      events.push({ type: "generation-ended", generationId: id, state, endedAt });
    }
  }
  return events;
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
