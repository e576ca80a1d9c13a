import type { RecordStore } from "#components/data/records/record-store.ts";
import type { Before } from "#components/data/records/store-state.ts";
import { describePause } from "#components/queue/describe-pause.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import type { Words } from "#messages/create-words.ts";
import type { Reason } from "#messages/reason.ts";

export interface EventContext {
  before: Before;
  /** As it is since. */
  store: Pick<RecordStore, "generation" | "surroundings">;
  /** As `Date.now()`. */
  now: number;
  t: Words;
}

/** What a screen reader is told of an event, of a failure its reason; null for what is no news to a listener. */
export function describeEvent(
  event: StudioEvent,
  { before, store, now, t }: EventContext,
): string | Reason | null {
  switch (event.type) {
    case "image-stored": {
      const generation = store.generation(event.image.generationId);
      if (!generation) return null;

      const count = generation.images.length;
      return t("feed.ready", { count, asked: Math.max(generation.parameters.n ?? 1, count) });
    }
    case "attempt-ended":
      return reasonOf(event.attempt);
    case "attempt-updated":
      // That a try to save it has failed once more is no news.
      return before.attempt?.error ? null : reasonOf(event.attempt);
    case "pauses-changed": {
      // No event tells that one is over whose time has come.
      const lasting = before.pauses.filter(({ until }) => !until || Date.parse(until) > now);
      return describePauses({ before: lasting, after: store.surroundings().pauses, t });
    }
    default:
      return null;
  }
}

function reasonOf({ error }: AttemptView): Reason | null {
  return error?.reason ?? null;
}

/** Each pause is told once: that its end has moved is no news. */
function describePauses({
  before,
  after,
  t,
}: {
  before: Before["pauses"];
  after: Before["pauses"];
  t: Words;
}): string | null {
  const isKnown = new Set(before.map(({ code }) => code));
  const started = after.filter(({ code }) => !isKnown.has(code));
  if (started.length > 0) return started.map((pause) => describePause(pause, t).title).join(". ");
  return before.length > 0 && after.length === 0 ? t("feed.goesOn") : null;
}
