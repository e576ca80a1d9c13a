import { isCutOff } from "../body/transfer-end.ts";
import type { Answer } from "../request/send-request.ts";
import { createImageShelf } from "./image-shelf.ts";
import { type ExtractContext, endState, type State, type Step, takeStep } from "./take-step.ts";

/**
 * Decodes the pictures of an answer while it is read. Held as text they are there several times over: the pieces, the
 * line, the parsed string, and then the bytes. In the body each is replaced by a word, and `parseJson` puts it back as a
 * `ExtractedImage`. `charactersMax` is how much base64 may be extracted and not yet parsed; reading on throws an
 * `AnswerTooLargeError`.
 */
export function extractImages(
  answer: Answer,
  { charactersMax }: { charactersMax: number },
): Answer {
  const shelf = createImageShelf({ charactersMax });

  return {
    ...answer,
    body: extract(answer.body, { shelf, charactersMax }),
    parseJson: (text) =>
      JSON.parse(text, (_, value) => (typeof value === "string" && shelf.take(value)) || value),
  };
}

/** Gives a piece for each piece, though most are empty then: they are the signs of life of a slow answer. */
async function* extract(
  body: AsyncIterable<Uint8Array>,
  context: ExtractContext,
): AsyncGenerator<Uint8Array, void, void> {
  let state: State = { at: "text", tail: "" };
  let failure: { error: unknown } | null = null;

  try {
    for await (const piece of body) {
      let text = "";
      let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("latin1");
      while (rest !== "") {
        const step: Step = takeStep(state, rest, context);
        text += step.text;
        ({ rest, state } = step);
        // Whoever reads may parse the events before this picture first, and let go of theirs.
        if (state.at === "picture" && text !== "") {
          yield Buffer.from(text, "latin1");
          text = "";
        }
      }
      yield Buffer.from(text, "latin1");
    }
  } catch (error) {
    failure = { error };
  }

  // Of what is too large nothing is kept.
  const left = failure && !isCutOff(failure.error) ? "" : endState(state, context);
  if (left !== "") yield Buffer.from(left, "latin1");
  if (failure) throw failure.error;
}
