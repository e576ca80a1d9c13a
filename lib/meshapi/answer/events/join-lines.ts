import { createJsonMeter } from "../json/measure-json.ts";

/** Its name, in whatever letters and between blanks, a byte order mark among them. */
const field = /^[\s\ufeff]*(?:(data|event|id|retry)?\s*(?=:)|(data|event|id|retry)$)/i;
/** With so many characters it is clear whether a line is one of a field. */
const startCharacters = "retry:".length;
/** With so many blanks before it, it is none of these. */
const blanksMax = 100;

/**
 * Puts the name of its field before each line of an event that lacks it, where JSON of that event is still open: some write
 * `data:` before the first line only, or a line break within a string. Other lines, but for
 * those of JSON, are none of the event's, and are left.
 */
export function createLineJoiner(): (text: string) => string {
  let measure = createJsonMeter();
  let isOpen = false;
  let line: "unclear" | "data" | "other" = "unclear";
  /** The line as far as it is not clear. */
  let start = "";
  let wasReturn = false;

  function decide(): string {
    const written = start;
    start = "";
    const [blank, ...names] = field.exec(written) ?? [];
    if (blank === undefined) {
      // Behind its pings a server may go on as if it had sent none.
      line = isOpen || /^[{[]/.test(written) ? "data" : "other";
      return pass(line === "data" ? `data: ${written}` : written);
    }
    const name = names.find(Boolean)?.toLowerCase() ?? "";
    line = name === "data" ? "data" : "other";
    return pass(name + written.slice(blank.length));
  }

  function pass(written: string): string {
    if (line === "data") isOpen = measure(written) === "open";
    return written;
  }

  function goOn(part: string): string {
    wasReturn = false;
    if (line !== "unclear") return pass(part);
    start += part;
    const isShort = start.length < blanksMax && start.trimStart().length < startCharacters;
    return isShort && !start.includes(":") ? "" : decide();
  }

  function end(lineBreak: string): string {
    const isBlank = line === "unclear" && start === "";
    const isSecondHalf = isBlank && wasReturn && lineBreak === "\n";
    wasReturn = lineBreak === "\r";
    if (isBlank && !isSecondHalf) {
      measure = createJsonMeter();
      isOpen = false;
    }
    const written = start === "" ? "" : decide();
    line = "unclear";
    return written + lineBreak;
  }

  return (text) =>
    (text.match(/[^\r\n]+|\r\n|\r|\n/g) ?? [])
      .map((part) => (/[\r\n]/.test(part.slice(0, 1)) ? end(part) : goOn(part)))
      .join("");
}
