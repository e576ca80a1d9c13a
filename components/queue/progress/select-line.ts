import type { RecordStore } from "#components/data/records/record-store.ts";
import { onceAVersion } from "#components/data/select/once-a-version.ts";
import type { Line } from "#components/queue/progress/estimate-start.ts";
import { selectForecast } from "#components/queue/progress/select-forecast.ts";
import type { QueueEntry } from "#lib/contract/queue-view.ts";

const knownLines = onceAVersion(() => new Map<string, Line | null>());

/**
 * What is before an attempt that waits; each gateway has a line of its own. Null where that is not known of all of
 * them, or nothing is made: then there is nothing to count from. The same until a record changes.
 */
export function selectLine(store: RecordStore, attemptId: string): Line | null {
  const known = knownLines(store);
  const before = known.get(attemptId);
  if (before !== undefined) return before;

  const line = readLine(store, attemptId);
  known.set(attemptId, line);
  return line;
}

function readLine(store: RecordStore, attemptId: string): Line | null {
  const entries = store.queue.entries();
  const own = entries.find(({ id }) => id === attemptId);
  if (!own) return null;

  const ofGateway = entries.filter(({ gatewayId }) => gatewayId === own.gatewayId);
  const ahead = ofGateway
    .filter(({ state, position }) => state === "queued" && position < own.position)
    .map((entry) => usualOf(store, entry));
  const running = ofGateway
    .filter(({ state }) => state !== "queued" && state !== "storing")
    .map((entry) => ({ sentMs: sentOf(store, entry), usual: usualOf(store, entry) }));

  const line = {
    ahead: ahead.filter((usual) => usual !== null),
    running: running.flatMap(({ sentMs, usual }) => (usual ? [{ sentMs, usual }] : [])),
  };
  const isWhole = line.ahead.length === ahead.length && line.running.length === running.length;
  return isWhole && running.length > 0 ? line : null;
}

function usualOf(store: RecordStore, { generationId }: QueueEntry) {
  const generation = store.generation(generationId);
  return generation ? selectForecast(store, generation).usual : null;
}

/** What is not sent yet is about to be. */
function sentOf(store: RecordStore, { id, generationId }: QueueEntry): number {
  const attempts = store.generation(generationId)?.attempts ?? [];
  const sentAt = attempts.find((attempt) => attempt.id === id)?.sentAt;
  return sentAt ? Date.parse(sentAt) : Date.now();
}
