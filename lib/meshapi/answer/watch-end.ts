import { afterEndMs } from "../body/transfer-end.ts";
import type { ImageChunk } from "../document/image-chunk.ts";
import type { Answer } from "../request/send-request.ts";
import { type AnswerProgress, mayGoOn } from "./judge-end.ts";

interface WatchEndOptions {
  imagesExpected: number;
  silenceMs: number;
}

/** Ends an answer in which no more can come, though its transfer goes on. */
export interface EndWatch {
  /** Counts the time until the next document, behind one that gave this chunk. */
  wait(progress: AnswerProgress, chunk: ImageChunk | null): void;
  /** No time is counted while a document is read. */
  pause(): void;
}

/**
 * Watches for the end of an answer. Behind its own word that it is done little is waited for. Where all pictures are here, or
 * the last one failed, what was used may still be told, and the failed one be tried again; of neither pings are a sign.
 */
export function watchEnd(answer: Answer, { imagesExpected, silenceMs }: WatchEndOptions): EndWatch {
  let timer: NodeJS.Timeout | undefined;
  let endsAt: number | null = null;

  return {
    wait(progress, chunk) {
      if (mayGoOn(progress, { imagesExpected })) endsAt = null;
      else if (chunk || endsAt === null) endsAt = Date.now() + silenceMs;
      const waitMs = progress.isDone ? afterEndMs : endsAt && endsAt - Date.now();
      if (waitMs !== null) timer = setTimeout(() => answer.endInSilence(), waitMs);
    },
    pause: () => clearTimeout(timer),
  };
}
