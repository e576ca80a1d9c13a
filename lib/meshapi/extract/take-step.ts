import { readImageKey } from "../image/image-key.ts";
import { isWholeImage } from "../image/is-whole-image.ts";
import { afterBreak } from "./after-break.ts";
import { type Base64Decoder, createBase64Decoder } from "./base64-decoder.ts";
import type { ImageShelf } from "./image-shelf.ts";
import { readJsonString } from "./read-json-string.ts";
import { whereBase64Begins } from "./where-base64-begins.ts";

/** How much of what was passed on is looked back at: the name of a field, its colon and a quote. */
const tailCharactersMax = 80;

/** What all steps of an answer share. */
export interface ExtractContext {
  shelf: ImageShelf;
  charactersMax: number;
}

/** Where the reading stands. */
export type State =
  /** `tail` was passed on already: the name of a field may have begun in it. */
  | { at: "text"; tail: string }
  /** In a string of which it is not clear yet whether it is a picture. */
  | { at: "value"; name: string; start: string }
  /** `cut` is an escape whose other half is to come, or a line break, of which it is not clear yet what it breaks. */
  | { at: "picture"; decoder: Base64Decoder; characters: number; cut: string }
  /** In words that begin as a picture does. They are kept as they are: a stream may go on with it in its next event. */
  | { at: "words"; written: string; cut: string };

/** What came of a part of a piece. */
export interface Step {
  /** To be passed on. */
  text: string;
  /** Of the piece, still to be looked at. */
  rest: string;
  state: State;
}

/** Reads on in a piece, as far as one state goes. */
export function takeStep(state: State, piece: string, context: ExtractContext): Step {
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

/** What is passed on of a string in which the body ended. */
export function endState(state: State, { shelf }: ExtractContext): string {
  switch (state.at) {
    case "text":
      return "";
    case "value":
      return state.start;
    case "picture":
      return putWhole(state, shelf);
    case "words":
      return state.written + state.cut;
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
  // The line is broken off, and so is the JSON: what follows is another event's.
  return { text: putWhole({ decoder, characters }, shelf), rest, state };
}

/** Of a picture without its closing quote nothing may be missing but that: then it is kept, and the string is closed. */
function putWhole(
  { decoder, characters }: Pick<Extract<State, { at: "picture" }>, "decoder" | "characters">,
  shelf: ImageShelf,
): string {
  const bytes = decoder.end();
  if (bytes && isWholeImage(bytes, { isOver: true })) {
    return `${shelf.put({ ...decoder, end: () => bytes }, characters)}"`;
  }
  shelf.release(characters);
  return "";
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
