import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cutText } from "#lib/platform/text/cut-text.ts";
import type { Words } from "#messages/create-words.ts";

/** What a device is sent; the service worker shows it (components/offline/worker.ts). */
export interface PushMessage {
  title: string;
  body: string;
  /** What its click opens. */
  url: string;
  /** A later message about the same takes the place of this one. */
  tag: string;
}

/** As much of a prompt as tells which it was: it stands on a locked screen. */
const promptCharactersMax = 60;

/** One message for all that a press became; null where nothing is news, as when it was stopped before anything was made. */
export function summarizePress(
  generations: readonly GenerationView[],
  t: Words,
): PushMessage | null {
  const images = generations.flatMap((one) => one.images).filter(({ deletedAt }) => !deletedAt);
  const attempts = generations.flatMap(newestAttempts);
  const asked = attempts.length;
  const made = images.length;
  const isIn = (state: string) => attempts.some((attempt) => attempt.state === state);
  const [first] = generations;
  if (!first || (made === 0 && !isIn("failed") && !isIn("unknown"))) return null;

  const isRefused = attempts.some(({ error }) => error?.code === "refused");
  const outcome = isIn("unknown") ? "unknown" : isRefused ? "refused" : "failed";
  return {
    title:
      made === 0
        ? t("push.notMade", { outcome, count: asked })
        : t("push.made", { made, asked, isAll: made >= asked ? "yes" : "no" }),
    body: cutText(first.prompt.trim().replace(/\s+/g, " "), { charactersMax: promptCharactersMax }),
    url: images[0] ? `/gallery/${images[0].id}` : "/",
    tag: first.batchId,
  };
}

/** Of each tile the one that counts: what was tried again is spoken for by its repetition. */
function newestAttempts({ attempts }: GenerationView): GenerationView["attempts"] {
  const repeated = new Set(attempts.map(({ retryOfId }) => retryOfId));
  return attempts.filter(({ id }) => !repeated.has(id));
}
