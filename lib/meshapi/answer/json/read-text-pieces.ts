import { AnswerTooLargeError } from "../../body/answer-too-large-error.ts";
import { createJsonMeter, type JsonState } from "./measure-json.ts";

export interface TextPiece {
  added: string;
  /** Where the JSON of all that came so far stands. */
  state: JsonState;
}

/** Reads a body of at most `bytesMax` bytes as text, piece by piece. Throws `AnswerTooLargeError` for a larger one. */
export async function* readTextPieces(
  body: AsyncIterable<Uint8Array>,
  { bytesMax }: { bytesMax: number },
): AsyncGenerator<TextPiece, void, void> {
  const decoder = new TextDecoder();
  const measure = createJsonMeter();
  let bytes = 0;

  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > bytesMax) {
      throw new AnswerTooLargeError(`The body is larger than ${bytesMax} bytes.`);
    }
    const added = decoder.decode(piece, { stream: true });
    yield { added, state: measure(added) };
  }

  const added = decoder.decode();
  if (added) yield { added, state: measure(added) };
}
