import type { RecordStore } from "#components/data/records/record-store.ts";
import { RequestError } from "#components/data/request-json.ts";
import type { KeptSubmission } from "#components/data/submit/kept-submission.ts";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

export interface SendingOptions {
  store: Pick<RecordStore, "changeSubmission">;
  /** Asks the server for a generation, under a key. */
  request: (
    body: GenerationRequest,
    options: { key: string; signal: AbortSignal },
  ) => Promise<{ generation: GenerationView }>;
  /** Resolves after so many milliseconds, or when there is new hope. */
  wait: (milliseconds: number) => Promise<void>;
}

export interface SendOptions {
  /** Whether it outlives the tab. */
  isKept: boolean;
  signal: AbortSignal;
  /** Called once, when there is no answer for a while. */
  onUnanswered?: ((isKept: boolean) => void) | undefined;
}

const waitsMs = [500, 1_000, 2_000, 4_000];
const waitMsMax = 5_000;

/** Without an answer for so long, that is said. */
export const lateMs = 5_000;

/** What is older is not what anybody waits for: it may cost, and is sent by a press only. */
const ownMs = 24 * 60 * 60_000;

/** Sends a press until it is answered; null once it is too old for that. Throws its refusal, or that it was taken back. */
export async function sendSubmission(
  { key, request: asked, sourceGenerationId, submittedAt }: KeptSubmission,
  { store, request, wait, isKept, signal, onUnanswered }: SendingOptions & SendOptions,
): Promise<{ generation: GenerationView } | null> {
  const body = { ...asked, ...(sourceGenerationId && { sourceGenerationId }) };
  let isTold = false;
  const tellLate = () => {
    store.changeSubmission(key, { type: "unanswered", isKept });
    if (!isTold) onUnanswered?.(isKept);
    isTold = true;
  };

  for (let tries = 0; Date.now() - submittedAt < ownMs; tries++) {
    const late = setTimeout(tellLate, lateMs);
    try {
      return await request(body, { key, signal });
    } catch (error) {
      if (signal.aborted || isAnswer(error)) throw error;
      tellLate();
    } finally {
      clearTimeout(late);
    }
    await wait(waitsMs[tries] ?? waitMsMax);
    signal.throwIfAborted();
  }
  store.changeSubmission(key, { type: "old" });
  return null;
}

/**
 * A 5xx does not say whether the press was filed, and what is no answer of the studio's own comes from something in between:
 * it is asked again, under the same key, like a dead network.
 */
function isAnswer(error: unknown): boolean {
  return error instanceof RequestError && error.status < 500 && error.code !== "unknown";
}
