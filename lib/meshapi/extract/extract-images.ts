import { readImageKey } from "../image/image-key.ts";
import type { Answer } from "../request/send-request.ts";
import { afterBreak } from "./after-break.ts";
import { type Base64Decoder, createBase64Decoder } from "./base64-decoder.ts";
import { createImageShelf, type ImageShelf } from "./image-shelf.ts";
import { readJsonString } from "./read-json-string.ts";
import { whereBase64Begins } from "./where-base64-begins.ts";

/** How much of what was passed on is looked back at: the name of a field, its colon and a quote. */
const tailCharactersMax = 80;

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

interface ExtractContext {
  shelf: ImageShelf;
  charactersMax: number;
}

/** Gives a piece for each piece, though most are empty then: they are the signs of life of a slow answer. */
async function* extract(
  body: AsyncIterable<Uint8Array>,
  context: ExtractContext,
): AsyncGenerator<Uint8Array, void, void> {
  let state: State = { at: "text", tail: "" };

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
}

type State =
  /** `tail` was passed on already: the name of a field may have begun in it. */
  | { at: "text"; tail: string }
  /** In a string of which it is not clear yet whether it is a picture. */
  | { at: "value"; name: string; start: string }
  /** `cut` is an escape whose other half is to come, or a line break, of which it is not clear yet what it breaks. */
  | { at: "picture"; decoder: Base64Decoder; characters: number; cut: string }
  /** In words that begin as a picture does. They are kept as they are: a stream may go on with it in its next event. */
  | { at: "words"; written: string; cut: string };

interface Step {
  /** To be passed on. */
  text: string;
  /** Of the piece, still to be looked at. */
  rest: string;
  state: State;
}

function takeStep(state: State, piece: string, context: ExtractContext): Step {
  switch (state.at) {
    case "text":
      return passText(state, piece);
    case "value":
      return judgeValue(state, piece, context);
    case "picture":
      return decodeImage(state, piece, context);
    case "words":
      return gatherWords(state, piece, context);
    default:
      return state satisfies never;
  }
}

function passText({ tail }: Extract<State, { at: "text" }>, piece: string): Step {
  const seen = tail + piece;

  for (let at = seen.indexOf('"', tail.length); at >= 0; at = seen.indexOf('"', at + 1)) {
    const before = seen.slice(Math.max(0, at - tailCharactersMax), at);
    // A quote within a string has a backslash before it, and behind a closing one there is no base64.
    if (!/[:,[]\s{0,16}$/.test(before)) continue;

    const name = /"([^"\\]*)"\s*:\s*$/.exec(before)?.[1] ?? "";
    const end = at + 1 - tail.length;
    const state = { at: "value", name, start: "" } as const;
    return { text: piece.slice(0, end), rest: piece.slice(end), state };
  }

  return { text: piece, rest: "", state: { at: "text", tail: seen.slice(-tailCharactersMax) } };
}

function judgeValue(
  { name, start: before }: Extract<State, { at: "value" }>,
  piece: string,
  { charactersMax }: ExtractContext,
): Step {
  const start = before + piece;
  const begin = whereBase64Begins(name, start);

  if (begin === "undecided") return { text: "", rest: "", state: { at: "value", name, start } };
  // It may be the name of the next field, whose quote was passed on.
  if (begin === "nowhere") return { text: "", rest: start, state: { at: "text", tail: '"' } };
  if (readImageKey(name) === "words") {
    return { text: "", rest: start, state: { at: "words", written: "", cut: "" } };
  }
  const decoder = createBase64Decoder({ bytesMax: Math.ceil((charactersMax * 3) / 4) });
  const state = { at: "picture", decoder, characters: 0, cut: "" } as const;
  return { text: "", rest: start.slice(begin), state };
}

function decodeImage(
  { decoder, characters: before, cut }: Extract<State, { at: "picture" }>,
  piece: string,
  { shelf }: ExtractContext,
): Step {
  const { text, end, rest } = readJsonString(cut + piece);
  const characters = before + text.length;
  shelf.hold(text.length);
  decoder.add(text);
  if (end === "piece") {
    return { text: "", rest: "", state: { at: "picture", decoder, characters, cut: rest } };
  }
  const going = end === "break" ? afterBreak(rest) : null;
  if (going === "undecided") {
    return { text: "", rest: "", state: { at: "picture", decoder, characters, cut: rest } };
  }
  if (going !== null) {
    return { text: "", rest: going, state: { at: "picture", decoder, characters, cut: "" } };
  }

  const state = { at: "text", tail: "" } as const;
  if (end === "quote") return { text: shelf.put(decoder, characters), rest, state };
  // The line is broken off, and so is the JSON: it will not be parsed, and what follows is another event's.
  shelf.release(characters);
  return { text: "", rest, state };
}

function gatherWords(
  { written: before, cut }: Extract<State, { at: "words" }>,
  piece: string,
  { shelf }: ExtractContext,
): Step {
  const whole = cut + piece;
  const { end, rest } = readJsonString(whole);
  const added = whole.slice(0, whole.length - rest.length);
  const written = before + added;
  shelf.hold(added.length);
  if (end === "piece") return { text: "", rest: "", state: { at: "words", written, cut: rest } };

  const state = { at: "text", tail: "" } as const;
  const text = end === "quote" ? parseString(written) : null;
  if (text !== null) return { text: shelf.put(text, written.length), rest, state };
  shelf.release(written.length);
  return { text: written, rest, state };
}

/** What a string of JSON says, its bytes read as UTF-8; null where it is none. */
function parseString(written: string): string | null {
  try {
    return JSON.parse(`"${Buffer.from(written, "latin1").toString()}"`);
  } catch {
    return null;
  }
}
