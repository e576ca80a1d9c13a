import { onceAVersion } from "#components/data/select/once-a-version.ts";
import { newestAttempts } from "#components/queue/newest-attempts.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

/** A generation, and those of its attempts that stand alike. */
export interface StandingRow {
  generation: GenerationView;
  attempts: readonly AttemptView[];
}

export interface Standing {
  /** The oldest first. */
  making: readonly StandingRow[];
  /** The next first. */
  waiting: readonly StandingRow[];
  /** What failed and was not tried again; the newest first. What was declined, or was stopped by a wish, has not. */
  failed: readonly StandingRow[];
  /** Nobody knows what became of them: they may have been billed. */
  unknown: readonly StandingRow[];
  /** There may be more than this tab knows of. */
  isPartial: boolean;
}

const beingMade = new Set<AttemptView["state"]>(["claimed", "sending", "receiving", "storing"]);
const isMade = ({ state }: AttemptView) => beingMade.has(state);
const isWaiting = ({ state }: AttemptView) => state === "queued";
const isUnknown = ({ state }: AttemptView) => state === "unknown";
const noFailures = new Set(["refused", "stopped"]);
const hasFailed = ({ state, error }: AttemptView) =>
  state === "failed" && !noFailures.has(error?.code ?? "");

/** What is made, what waits and what failed, of the generations that this tab knows. The same until a record changes. */
export const selectStanding = onceAVersion<Standing>((store) => {
  const { ids, hasOlder } = store.list("feed");
  const known = ids.flatMap((id) => store.generation(id) ?? []);
  const rowsOf = (stands: (attempt: AttemptView) => boolean) =>
    known
      .map((generation) => ({
        generation,
        attempts: newestAttempts(generation.attempts).filter(stands),
      }))
      .filter(({ attempts }) => attempts.length > 0);
  return {
    making: rowsOf(isMade).reverse(),
    waiting: rowsOf(isWaiting).sort((a, b) => placeOf(a) - placeOf(b)),
    failed: rowsOf(hasFailed),
    unknown: rowsOf(isUnknown),
    isPartial: hasOlder && known.at(-1)?.endedAt === null,
  };
});

/** How many pictures they are. */
export function countPictures(rows: readonly StandingRow[]): number {
  return rows.reduce((sum, { attempts }) => sum + attempts.length, 0);
}

function placeOf({ attempts }: StandingRow): number {
  return Math.min(...attempts.map(({ position }) => position));
}
