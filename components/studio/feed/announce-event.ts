import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import { describeEvent, type EventContext } from "#components/studio/feed/describe-event.ts";
import { announce } from "#components/ui/announcement-store.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** Has screen readers say what an event brought; why something failed, as soon as the words for it are here. */
export function announceEvent(event: StudioEvent, context: EventContext): void {
  const news = describeEvent(event, context);
  if (typeof news === "string") announce(news);
  else if (news) loadSeldomWords(context.t.language).then((t) => announce(tellReason(news, t)));
}
