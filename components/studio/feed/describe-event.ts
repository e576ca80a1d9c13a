import type { StudioState } from "#components/studio/feed/studio-reducer.ts";
import { describePause } from "#components/studio/queue/describe-pause.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import type { Words } from "#messages/create-words.ts";
import { tellReason } from "#messages/tell-reason.ts";

interface EventContext {
  before: StudioState;
  after: StudioState;
  /** As `Date.now()`. */
  now: number;
  t: Words;
}

/** What a screen reader is told of an event; null for what is no news to a listener. */
export function describeEvent(
  event: StudioEvent,
  { before, after, now, t }: EventContext,
): string | null {
  switch (event.type) {
    case "image-stored": {
      const generation = after.generations.find((one) => one.id === event.image.generationId);
      if (!generation) return null;

      const count = generation.images.length;
      return t("feed.ready", { count, asked: Math.max(generation.parameters.n ?? 1, count) });
    }
    case "attempt-ended":
      return reasonOf(event.attempt, t);
    case "attempt-updated":
      return hadError(before, event.attempt) ? null : reasonOf(event.attempt, t);
    case "pauses-changed": {
      // No event tells that one is over whose time has come.
      const lasting = before.pauses.filter(({ until }) => !until || Date.parse(until) > now);
      return describePauses({ before: lasting, after: after.pauses, t });
    }
    default:
      return null;
  }
}

function reasonOf({ error }: AttemptView, t: Words): string | null {
  return error && tellReason(error.reason, t);
}

/** That a try to save it has failed once more is no news. */
function hadError(state: StudioState, { id, generationId }: AttemptView): boolean {
  const generation = state.generations.find((one) => one.id === generationId);
  return generation?.attempts.some((one) => one.id === id && one.error !== null) ?? false;
}

/** Each pause is told once: that its end has moved is no news. */
function describePauses({
  before,
  after,
  t,
}: {
  before: StudioState["pauses"];
  after: StudioState["pauses"];
  t: Words;
}): string | null {
  const isKnown = new Set(before.map(({ code }) => code));
  const started = after.filter(({ code }) => !isKnown.has(code));
  if (started.length > 0) return started.map((pause) => describePause(pause, t).title).join(". ");
  return before.length > 0 && after.length === 0 ? t("feed.goesOn") : null;
}
