import { AnswerTooLargeError } from "../body/answer-too-large-error.ts";
import { createGrowingBytes } from "../body/growing-bytes.ts";
import { afterEndMs, isCutOff } from "../body/transfer-end.ts";
import { watchSilence } from "../body/watch-silence.ts";
import type { Answer } from "../request/send-request.ts";

export interface GatherBodyOptions {
  bytesMax: number;
  silenceMs: number;
  /** Whether what came is there to its end; null where that does not show, and silence ends it. */
  isWhole: (soFar: Uint8Array) => boolean | null;
}

/** All of a body, and what broke it off. When it is whole, a transfer that does not end is ended, and nothing broke it. */
export async function gatherBody(
  answer: Answer,
  { bytesMax, silenceMs, isWhole }: GatherBodyOptions,
): Promise<{ bytes: Uint8Array; failure: unknown }> {
  const gathered = createGrowingBytes({ bytesMax });
  let left = bytesMax;
  let failure: unknown = null;

  const quick = watchSilence(answer.body, {
    silenceMs: afterEndMs,
    onSilence: () => isWhole(gathered.soFar()) && answer.endInSilence(),
    isWatching: () => true,
  });
  const pieces = watchSilence(quick, {
    silenceMs,
    onSilence: () => isWhole(gathered.soFar()) === null && answer.endInSilence(),
    isWatching: () => true,
  });
  try {
    for await (const piece of pieces) {
      left -= piece.length;
      if (left < 0) throw new AnswerTooLargeError(`The body is larger than ${bytesMax} bytes.`);
      gathered.grow(piece.length).set(piece);
    }
  } catch (error) {
    failure = error;
  }

  const isBroken = failure !== null && (isWhole(gathered.soFar()) === false || !isCutOff(failure));
  return { bytes: gathered.end(), failure: isBroken ? failure : null };
}
