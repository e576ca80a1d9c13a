import { onceAVersion } from "#components/data/select/once-a-version.ts";
import { newestAttempts } from "#components/queue/newest-attempts.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { QueueEntry } from "#lib/contract/queue-view.ts";

/** A generation, and those of its attempts that stand alike. */
export interface StandingRow {
  generation: GenerationView;
  attempts: readonly AttemptView[];
}

/** A generation of the queue, and those of its attempts that stand alike. */
export interface QueueRow {
  id: string;
  /** Null where the tab knows no more of it than that it is there. */
  generation: GenerationView | null;
  attempts: readonly QueueEntry[];
}

export interface Standing {
  /** In the order in which they were begun. */
  making: readonly QueueRow[];
  /** The next first. */
  waiting: readonly QueueRow[];
  /** What failed and was not tried again; the newest first. What was declined, or was stopped by a wish, has not. */
  failed: readonly StandingRow[];
  /** Nobody knows what became of them: they may have been billed. */
  unknown: readonly StandingRow[];
  /** More may wait than this tab knows of. */
  isPartial: boolean;
}

const isUnknown = ({ state }: AttemptView) => state === "unknown";
const noFailures = new Set(["refused", "stopped"]);
const hasFailed = ({ state, error }: AttemptView) =>
  state === "failed" && !noFailures.has(error?.code ?? "");

/** What is made, what waits, and what failed of the generations that this tab knows. The same until a record changes. */
export const selectStanding = onceAVersion<Standing>((store) => {
  const { ids, hasOlder } = store.list("feed");
  const known = ids.flatMap((id) => store.generation(id) ?? []);
  const entries = store.queue.entries().sort((a, b) => a.position - b.position);
  const rowsOf = (stands: (attempt: AttemptView) => boolean) =>
    known
      .map((generation) => ({
        generation,
        attempts: newestAttempts(generation.attempts).filter(stands),
      }))
      .filter(({ attempts }) => attempts.length > 0);
  const queued = (stands: (entry: QueueEntry) => boolean) =>
    [...Map.groupBy(entries.filter(stands), ({ generationId }) => generationId)].map(
      ([id, attempts]) => ({ id, generation: store.generation(id), attempts }),
    );
  return {
    making: queued(({ state }) => state !== "queued"),
    waiting: queued(({ state }) => state === "queued"),
    failed: rowsOf(hasFailed),
    unknown: rowsOf(isUnknown),
    isPartial: !store.queue.isWhole() && hasOlder && known.at(-1)?.endedAt === null,
  };
});

/** How many pictures they are. */
export function countPictures(rows: readonly { attempts: readonly unknown[] }[]): number {
  return rows.reduce((sum, { attempts }) => sum + attempts.length, 0);
}

/** Whether there is nothing of it left to stop: what was sent goes on until it is hung up on. */
export function isAskedToStop({ attempts }: QueueRow): boolean {
  return attempts.every(({ stopRequestedAt }) => stopRequestedAt !== null);
}
