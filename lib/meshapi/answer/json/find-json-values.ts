import { imageOf } from "../../image/image-of.ts";
import { imagesInWords } from "../../image/images-in-words.ts";
import { isWholeImage } from "../../image/is-whole-image.ts";
import { repairJson } from "./repair-json.ts";

export interface JsonValue {
  json: unknown;
  text: string;
  /** Whether it stood there to its end; else it was cut after its last whole part, and closed. */
  isWhole: boolean;
}

/** Answers are nested a few times; what is deeper is read no further. */
const nestedMax = 500;

/** A page that is no JSON has brackets, too: after so many that lead nowhere it is left. */
const failuresMax = 16;

/**
 * Finds the objects and lists of JSON in a text: the whole of it, one with text round it, several in a row, one that
 * breaks off.
 */
export function* findJsonValues(
  text: string,
  { parse }: { parse: (text: string) => { json: unknown } | null },
): Generator<JsonValue, void, void> {
  let failures = 0;
  let from = nextOpening(text, 0);

  while (from >= 0 && failures < failuresMax) {
    const value = readValue(text, from);
    const parsed = parse(value.text) ?? parse(repairJson(value.text));
    if (parsed) yield { ...parsed, text: value.text, isWhole: value.isWhole };
    else failures += 1;
    from = nextOpening(text, parsed || value.isWhole ? value.end : from + 1);
  }
}

function nextOpening(text: string, from: number): number {
  const opening = /[[{]/g;
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? -1;
}

/** Reads one value up to its closing bracket, or, where that is missing, as much of it as is whole. */
function readValue(text: string, from: number): Omit<JsonValue, "json"> & { end: number } {
  const mark = /["[\]{},]/g;
  let closers = "";
  // After the last whole part: where it may be cut, and what closes it there.
  let cut = { at: from + 1, closers: text[from] === "{" ? "}" : "]" };
  mark.lastIndex = from;

  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const at = found.index;
    const character = found[0];
    if (character === '"') {
      const isValue = closers[0] === "]" || /:\s*$/.test(text.slice(Math.max(0, at - 8), at));
      const end = endOfString(text, at);
      if (end < 0) {
        const written = text.slice(at + 1).replace(cutEscape, "");
        if (isValue && endsWithImage(written)) {
          cut = { at: at + 1 + written.length, closers: `"${closers}` };
        }
        break;
      }
      mark.lastIndex = end;
      if (isValue) cut = { at: end, closers };
    } else if (character === ",") {
      cut = { at, closers };
    } else if (character === "{" || character === "[") {
      closers = (character === "{" ? "}" : "]") + closers;
      cut = { at: at + 1, closers };
      if (closers.length > nestedMax) break;
    } else {
      closers = closers.slice(1);
      if (closers === "") return { text: text.slice(from, at + 1), isWhole: true, end: at + 1 };
      cut = { at: at + 1, closers };
    }
  }

  return { text: text.slice(from, cut.at) + cut.closers, isWhole: false, end: text.length };
}

const cutEscape = /\\(u[\da-f]{0,3})?$/i;

/** Whether a string breaks off behind all of a picture, so that nothing but its closing quote is missing. */
function endsWithImage(written: string): boolean {
  return [written, ...imagesInWords(written)].some((text) => {
    const image = imageOf({ url: text });
    return image.type === "bytes" && isWholeImage(image.bytes, { isOver: true }) === true;
  });
}

/** Behind the closing quote; −1 where there is none. */
function endOfString(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}
