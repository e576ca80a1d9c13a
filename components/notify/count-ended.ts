import type { RecordStore } from "#components/data/records/record-store.ts";
import { newestAttempts } from "#components/queue/newest-attempts.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

/** What came to its end, in pictures, and whether the queue waits for a person. */
export interface Ended {
  made: number;
  /** Failed, declined, or of unknown outcome. What was stopped by a wish is no news. */
  failed: number;
  isPaused: boolean;
}

/** What somebody has seen: how much of each generation had ended. */
export interface Seen {
  ended: Readonly<Record<string, Pick<Ended, "made" | "failed">>>;
  isPaused: boolean;
}

export const nothingEnded: Ended = { made: 0, failed: 0, isPaused: false };

type Known = Pick<RecordStore, "list" | "generation" | "surroundings">;

/** What whoever looks at the tab sees now. */
export function seeNow(store: Known): Seen {
  const ended = Object.fromEntries(feedOf(store).map((one) => [one.id, endedOf(one)]));
  return { ended, isPaused: isPaused(store) };
}

/** What has ended beyond what was seen. Ids grow with time: what is older than all that was seen is no news. */
export function endedSince(store: Known, seen: Seen): Ended {
  const oldest = Object.keys(seen.ended).sort()[0] ?? "";
  const news = feedOf(store).filter(({ id }) => id >= oldest);
  const sumOf = (kind: "made" | "failed") =>
    news.reduce((sum, one) => {
      const more = endedOf(one)[kind] - (seen.ended[one.id]?.[kind] ?? 0);
      return sum + Math.max(0, more);
    }, 0);

  return {
    made: sumOf("made"),
    failed: sumOf("failed"),
    isPaused: !seen.isPaused && isPaused(store),
  };
}

/** Whether there is anything left to wait for, on its way to the studio included. */
export function isUnderWay(store: Known): boolean {
  const isLeft = ({ standing: { type } }: { standing: { type: string } }) =>
    type === "sending" || type === "unanswered";
  return (
    store.surroundings().submissions.some(isLeft) ||
    feedOf(store).some(({ endedAt }) => endedAt === null)
  );
}

function feedOf(store: Known): GenerationView[] {
  return store.list("feed").ids.flatMap((id) => store.generation(id) ?? []);
}

function endedOf({ attempts }: GenerationView): Pick<Ended, "made" | "failed"> {
  const count = (...states: string[]) =>
    newestAttempts(attempts).filter(({ state }) => states.includes(state)).length;
  return { made: count("succeeded"), failed: count("failed", "unknown") };
}

/** A wait that ends by itself needs nobody. */
function isPaused(store: Known): boolean {
  return store.surroundings().pauses.some(({ until }) => until === null);
}
