import type { OpenedStorage } from "#components/data/browser-storage.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { RequestError } from "#components/data/request-json.ts";
import { createDoubleClick } from "#components/data/submit/create-double-click.ts";
import { forgetEarlyPress } from "#components/data/submit/early-press.ts";
import {
  forgetSubmission,
  type KeptSubmission,
  keepSubmission,
  readSubmission,
  type Submission,
} from "#components/data/submit/kept-submission.ts";
import {
  lateMs,
  type SendingOptions,
  type SendOptions,
  sendSubmission,
} from "#components/data/submit/send-submission.ts";
import { submittedGeneration } from "#components/data/submit/submitted-generation.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

export type SubmitOutcome =
  | { type: "made"; generation: GenerationView }
  /** It was the second click of a double click. It is made all the same if that is asked for. */
  | { type: "swallowed"; makeToo: () => Promise<SubmitOutcome> }
  /** Its tile says so. */
  | { type: "refused"; error: RequestError }
  /** It was taken back, or has become too old to be sent by itself. */
  | { type: "unsent" }
  /** So many wait already that no more are taken. */
  | { type: "full" };

export interface SubmitOptions {
  /** When it was pressed, by the event. */
  at?: number;
  /** What it got when it was pressed, on a page that could not send it yet. */
  pressed?: Pick<KeptSubmission, "key" | "submittedAt"> | undefined;
  /** Whether who pressed says by himself what a refusal says, and throws it; else its tile stays, and says it. */
  takesRefusal?: () => boolean;
  /** Called once, when there is no answer for a while: for screens that show no tile. */
  onUnanswered?: (isKept: boolean) => void;
}

export interface Submitter {
  /**
   * Asks for a generation; its tiles are on screen when this returns, before it resolves. It is kept, and sent under its key
   * until the studio has answered.
   */
  submit(submission: Submission, options?: SubmitOptions): Promise<SubmitOutcome>;
  /** Takes up a press that is kept, as of a tab that was closed; `anew` though it is old. */
  adopt(key: string, options?: { anew: boolean }): Promise<void>;
  /** It is not to be sent any more, or is not kept any more. */
  drop(key: string): void;
}

interface SubmitterOptions extends SendingOptions {
  /** Has each press from when it is made until it is answered. */
  store: Pick<RecordStore, "addSubmission" | "changeSubmission" | "endSubmission" | "surroundings">;
  /** The browser's; a function, because the server that draws the page has none. */
  storage: () => OpenedStorage;
  /** Runs alone among the tabs of this browser. */
  lock: <Result>(key: string, run: () => Promise<Result>) => Promise<Result>;
}

/** As many wait at most. */
export const submissionsMax = 50;

interface Context extends SubmitterOptions {
  /** Those that this tab sends, or waits to send. */
  sent: Map<string, AbortController>;
}

/** Creates what turns presses of Generate into requests, each of them once. */
export function createSubmitter(options: SubmitterOptions): Submitter {
  const context = { ...options, sent: new Map<string, AbortController>() };
  const isDoubleClick = createDoubleClick();

  return {
    async submit(asked, { at = performance.now(), ...how } = {}) {
      const makeNow = () => make(context, asked, how);
      const isAgain = isDoubleClick(JSON.stringify(asked.request), at);
      return isAgain ? { type: "swallowed", makeToo: makeNow } : makeNow();
    },
    adopt: (key, { anew } = { anew: false }) => adopt(context, key, anew),
    drop: (key) => drop(context, key),
  };
}

async function make(
  context: Context,
  asked: Submission,
  { pressed, ...how }: SubmitOptions,
): Promise<SubmitOutcome> {
  const { store, storage, lock } = context;
  if (store.surroundings().submissions.length >= submissionsMax) return { type: "full" };

  const kept = { ...asked, key: createKey(), submittedAt: Date.now(), ...pressed };
  const opened = storage();
  const isKept = keepSubmission(opened.storage, kept) && opened.isKept;
  if (isKept) forgetEarlyPress(opened.storage, kept.key);
  const answered = send(context, kept, { isKept, signal: begin(context, kept), ...how });
  // Others find it taken; that this one waits for no lock costs it no time. What it throws is thrown below.
  lock(kept.key, () => answered).catch(() => {});
  return await answered;
}

/** From here on it is on screen. */
function begin({ store, sent }: Context, kept: KeptSubmission): AbortSignal {
  const leaving = new AbortController();
  sent.set(kept.key, leaving);
  const now = new Date(kept.submittedAt).toISOString();
  const generation = submittedGeneration({ ...kept, now });
  store.addSubmission({ generation, standing: { type: "sending" } });
  return leaving.signal;
}

async function send(
  context: Context,
  kept: KeptSubmission,
  { takesRefusal, ...how }: Pick<SubmitOptions, "takesRefusal"> & SendOptions,
): Promise<SubmitOutcome> {
  const { store, storage, sent } = context;
  const { key } = kept;
  try {
    const answer = await sendSubmission(kept, { ...context, ...how });
    if (!answer) return { type: "unsent" };

    forgetSubmission(storage().storage, key);
    store.endSubmission(key, answer.generation);
    return { type: "made", ...answer };
  } catch (error) {
    if (how.signal.aborted || !(error instanceof RequestError)) return { type: "unsent" };
    if (takesRefusal?.()) {
      drop(context, key);
      throw error;
    }
    const { message, field } = error;
    keepSubmission(storage().storage, { ...kept, refusal: { message, field } });
    store.changeSubmission(key, { type: "refused", message, field });
    return { type: "refused", error };
  } finally {
    sent.delete(key);
  }
}

async function adopt(context: Context, key: string, anew: boolean): Promise<void> {
  const { store, storage, sent, lock } = context;
  const found = readSubmission(storage().storage, key);
  if (!found || sent.has(key)) return;

  // A page that went in between has kept it as both.
  forgetEarlyPress(storage().storage, key);
  const kept = anew ? { ...found, submittedAt: Date.now() } : found;
  if (anew) keepSubmission(storage().storage, kept);
  store.endSubmission(key);
  const signal = begin(context, kept);
  // Another tab may be at it for long.
  const late = setTimeout(
    () => store.changeSubmission(key, { type: "unanswered", isKept: true }),
    lateMs,
  );
  await lock(key, async () => {
    clearTimeout(late);
    // Whoever had it before may have had its answer.
    const now = readSubmission(storage().storage, key);
    if (now?.refusal) store.changeSubmission(key, { type: "refused", ...now.refusal });
    else if (now && !signal.aborted) await send(context, kept, { isKept: true, signal });
    else drop(context, key);
    sent.delete(key);
  });
}

function drop({ store, storage, sent }: Context, key: string): void {
  sent.get(key)?.abort();
  sent.delete(key);
  forgetSubmission(storage().storage, key);
  store.endSubmission(key);
}

/** `crypto.randomUUID` is missing where the page comes over plain http from another machine. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
