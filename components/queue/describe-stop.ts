import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

/**
 * What a press of Stop did, by what was on screen before it and what the server answered. What was canceled is free for
 * certain; what was sent may cost, and is said to; what had ended meanwhile was not stopped at all.
 */
export function describeStop(before: GenerationView, after: GenerationView, t: Words): string {
  const { gateway, attempts } = after;
  const endedBefore = new Set(
    before.attempts.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id),
  );
  const stopped = attempts.filter(
    ({ id, stopRequestedAt }) => stopRequestedAt !== null && !endedBefore.has(id),
  );
  const sent = stopped.filter(({ state }) => state !== "canceled").length;
  const unsent = stopped.length - sent;
  if (stopped.length === 0) return t("queue.nothingToStop");

  const isFree = !gateway.paid || attempts.every(({ charged }) => charged === "no");
  if (isFree) return t("queue.stopped");
  if (sent === 0) return t("queue.stoppedUnsent", { unsent });

  // What has arrived already cannot be hung up on: it is being saved.
  const isHungUp = before.attempts.some(
    ({ state, endedAt, stopRequestedAt }) =>
      state !== "storing" && endedAt === null && stopRequestedAt !== null,
  );
  if (isHungUp) return t("queue.hungUp");

  return t("queue.stoppedSent", { unsent, sent });
}
