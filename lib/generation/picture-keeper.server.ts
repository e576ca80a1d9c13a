import { setTimeout as wait } from "node:timers/promises";
import {
  deliveredSchema,
  type EngineEvent,
  type ImageEngine,
  isEngineError,
} from "#lib/engine/image-engine.ts";
import type { LogEvent } from "#lib/events/append-events.server.ts";
import type { HeldAttempt } from "#lib/generation/held-attempt.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import {
  type ArrivedPicture,
  type FiledPicture,
  filePicture,
  type PictureWords,
  writeImage,
} from "#lib/generation/store-picture.server.ts";
import { toStorableJson, toStorableText } from "#lib/platform/database/to-storable.ts";
import { describeError, log } from "#lib/platform/log.server.ts";
import { isPictureError } from "#lib/storage/picture-error.ts";
import type { SpooledEntry } from "#lib/storage/spool.server.ts";

/** How long to wait before a disk that refused a picture is tried again. */
const spoolAgainMs = 5_000;

type PictureEvent = Extract<EngineEvent, { type: "picture" }>;

/** Takes an attempt's pictures from the engine's hands into the gallery. */
export interface PictureKeeper {
  /** How many pictures it has. */
  count(): number;
  /** Brings a picture into the spool; when it resolves the picture survives a crash. Its files follow meanwhile. */
  add(event: PictureEvent): Promise<void>;
  /** Takes up pictures that a process before us had spooled. */
  adopt(
    entries: readonly SpooledEntry[],
    wordsOf: (entry: SpooledEntry) => PictureWords,
  ): Promise<void>;
  /** Waits for the files, then writes the rows and ends the attempt. */
  keepAll(): Promise<void>;
}

/**
 * A keeper for one held attempt. Once the attempt is lost it spools, and nothing else. The engine serves to fetch what
 * came as an address; pictures that are in the spool with their bytes are kept without one.
 */
export function createPictureKeeper(
  context: RunContext,
  { held, engine }: { held: HeldAttempt; engine: ImageEngine | null },
): PictureKeeper {
  const words: PictureWords[] = [];
  const filings: Promise<FiledPicture>[] = [];

  const file = (picture: ArrivedPicture): Promise<FiledPicture> => {
    words.push(picture.words);
    const filing = filePicture({ ...context, engine }, picture);
    // Its failure is looked at in keepAll; until then it must not count as unhandled.
    filing.catch(() => {});
    return filing;
  };

  return {
    count: () => words.length,
    async add({ source, revisedPrompt, delivered, costMicros }) {
      const bytes = source.type === "bytes" ? source.bytes : undefined;
      const url = source.type === "url" ? source.url : null;
      const said = toStorableJson({ ...delivered });
      const picture = {
        index: words.length,
        words: {
          url: url && toStorableText(url),
          revisedPrompt: revisedPrompt && toStorableText(revisedPrompt),
          delivered: deliveredSchema.parse(said),
          costMicros,
        },
        bytes,
      };

      const filing = file(picture);
      await spoolPatiently(context, { held, ...picture });
      context.reach("spooled");
      if (!(await reachStoring(held))) return;
      context.reach("storing");
      filings.push(filing);
    },
    async adopt(entries, wordsOf) {
      if (!(await reachStoring(held))) return;
      for (const entry of entries) {
        filings.push(file({ index: entry.index, words: wordsOf(entry), bytes: entry.bytes }));
      }
    },
    async keepAll() {
      const results = await Promise.allSettled(filings);
      if (results.length > 0) await endWithFiles(context, { held, words, results });
    },
  };
}

/** The states on the way to `storing`, one by one; an attempt that was declared unknown stays so until it is kept. */
async function reachStoring(held: HeldAttempt): Promise<boolean> {
  if (held.state() === "sending") {
    await held.change({ command: "answer", set: (now) => ({ receivedAt: now }) });
  }
  if (held.state() === "receiving") {
    return held.change({ command: "spool", event: "attempt-updated" });
  }
  return ["storing", "unknown"].includes(held.state());
}

/** These bytes are paid for: while the disk refuses them they wait in memory, and are tried again. */
async function spoolPatiently(
  { spool }: RunContext,
  { held, index, words, bytes }: ArrivedPicture & { held: HeldAttempt },
): Promise<void> {
  for (;;) {
    try {
      await spool.write(held.claim.id, index, { meta: words, ...(bytes ? { bytes } : {}) });
      return;
    } catch (error) {
      log("error", "picture not spooled yet", {
        attempt: held.claim.id,
        generation: held.claim.generationId,
        error: describeError(error),
      });
      await wait(spoolAgainMs);
    }
  }
}

async function endWithFiles(
  { spool, reach }: RunContext,
  {
    held,
    words,
    results,
  }: { held: HeldAttempt; words: PictureWords[]; results: PromiseSettledResult<FiledPicture>[] },
): Promise<void> {
  const filed = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const later = errors.find((error) => !isPictureError(error) && !isEngineError(error));
  if (later) {
    // The store failed, not the picture: the spool has it, and the recovery tries again when the lease ends.
    log("error", "picture not stored yet", {
      attempt: held.claim.id,
      generation: held.claim.generationId,
      error: describeError(later),
    });
    return;
  }
  if (filed.length === 0) return failUnusable(held, errors[0]);

  const isKept = await held.change({
    command: "keep",
    set: () => ({
      charged: held.paid ? "yes" : "no",
      actualCostMicros: sumCosts(words),
      errorCode: null,
      errorMessage: null,
      errorDetail: null,
    }),
    event: "attempt-ended",
    also: async (transaction) => {
      const events: LogEvent[] = [];
      for (const one of filed)
        events.push(await writeImage(transaction, { claim: held.claim, filed: one }));
      reach("keeping");
      return events;
    },
  });
  if (isKept) reach("kept");
  if (isKept && errors.length === 0) await spool.remove(held.claim.id);
}

/** What came was paid for and is no picture: it stays in the spool, where a person can look at it. */
async function failUnusable(held: HeldAttempt, error: unknown): Promise<void> {
  if (held.state() !== "storing") return;

  const message = error instanceof Error ? error.message : "What came is no usable picture.";
  await held.change({
    command: "fail",
    set: () => ({
      charged: held.paid ? "likely" : "no",
      errorCode: isEngineError(error) ? error.code : "bad_picture",
      errorMessage: `${message} What came is kept in the spool folder.`,
      errorDetail: isEngineError(error) ? error.detail : null,
    }),
    event: "attempt-ended",
  });
}

/** Null as soon as one of them is not known. */
function sumCosts(words: readonly PictureWords[]): number | null {
  return words.reduce<number | null>(
    (sum, { costMicros }) => (sum === null || costMicros === null ? null : sum + costMicros),
    0,
  );
}
