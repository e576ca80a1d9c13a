import { createGrowingBytes, type GrowingBytes } from "../body/growing-bytes.ts";
import type { RawAnswer } from "../failure/mesh-api-error.ts";
import { redactBytes } from "../secret/redact.ts";

export interface RecordAnswerOptions {
  contentType: string | null;
  bytesMax: number;
  /** What must not be in it: some servers repeat the key. */
  secrets: readonly string[];
}

/** What passes by, and what was kept of it. */
export interface AnswerRecord {
  body: AsyncIterable<Uint8Array>;
  /** What came so far; null when nothing did, or it was understood. */
  read(): RawAnswer | null;
  /** It was understood: nothing of it is kept any more. */
  forget(): void;
}

/** Passes a body on, and keeps its first `bytesMax` bytes until it is understood. */
export function recordAnswer(
  body: AsyncIterable<Uint8Array>,
  { contentType, bytesMax, secrets }: RecordAnswerOptions,
): AnswerRecord {
  let kept: GrowingBytes | null = createGrowingBytes({ bytesMax });
  let left = bytesMax;
  let isOver = false;
  let isWhole = false;

  async function* pass(): AsyncGenerator<Uint8Array, void, void> {
    for await (const piece of body) {
      const part = piece.subarray(0, left);
      kept?.grow(part.length).set(part);
      left -= part.length;
      isOver ||= part.length < piece.length;
      yield piece;
    }
    isWhole = !isOver;
  }

  return {
    body: pass(),
    read() {
      const bytes = kept?.end();
      if (!bytes?.length) return null;
      return { contentType, bytes: redactBytes(bytes, secrets, { isCut: !isWhole }), isWhole };
    },
    forget() {
      kept = null;
    },
  };
}
