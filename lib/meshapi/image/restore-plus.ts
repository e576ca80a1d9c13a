/** Lines of base64 are no longer, and a multiple of four. */
const lineMax = 128;

/** So much behind the first space tells whether lines were joined by it. */
const enough = 2 * lineMax + 2;

/**
 * A form, or a proxy that takes an answer for one, makes a space of every "+". Reads base64 piece by piece, and puts it
 * back, except where the spaces join lines of one length. The first space is held back until it is clear what it is.
 */
export function createPlusRestorer(): (piece: string, isEnd: boolean) => string {
  let verdict: "plus" | "blank" | null = null;
  let held = "";
  let line = 0;
  let hasBegun = false;

  return (piece, isEnd) => {
    const text = hasBegun ? held + piece : piece.trimStart();
    hasBegun ||= text !== "";
    held = "";
    // One "+" that is still there, or the alphabet that has none, says that nobody took them away.
    const found = verdict ? null : findFirst(text);
    if (found?.is === "other") verdict = "blank";
    else if (found && (isEnd || text.length > found.at + enough)) {
      const length = line + found.at + 1;
      verdict = joinsLines(length, text.slice(found.at + 2), isEnd) ? "blank" : "plus";
    }
    if (verdict === "blank" || (isEnd && !verdict)) return text;
    if (verdict === "plus") {
      // Behind the padding, or a last line break, there is nothing more.
      const [end = ""] = /=?\s+$/.exec(text) ?? [];
      held = isEnd ? "" : end;
      const rest = isEnd && !/[=\r\n\t]/.test(end) ? end : "";
      return (text.slice(0, text.length - end.length) + rest).replaceAll(" ", "+");
    }

    const at =
      found?.at ?? text.slice(-lineMax).search(/\S? *$/) + Math.max(0, text.length - lineMax);
    held = text.slice(at);
    const given = text.slice(0, at);
    const lineBreak = Math.max(given.lastIndexOf("\n"), given.lastIndexOf("\r"));
    line = lineBreak < 0 ? line + at : at - lineBreak - 1;
    return given;
  };
}

/** The same for a whole text. */
export function restorePlus(text: string): string {
  return createPlusRestorer()(text, true);
}

/** The character before the first space between two digits, or one that is no digit where every "+" was taken away. */
function findFirst(text: string): { at: number; is: "space" | "other" } | null {
  // Most base64 has no space at all, and is long.
  if (!text.includes(" ")) {
    return ["+", "-", "_"].some((sign) => text.includes(sign)) ? { at: 0, is: "other" } : null;
  }
  const found = /[+_-]|[A-Za-z0-9/](?= +[A-Za-z0-9/])/.exec(text);
  return found && { at: found.index, is: /[+_-]/.test(found[0]) ? "other" : "space" };
}

function joinsLines(first: number, rest: string, isEnd: boolean): boolean {
  const lines = rest.slice(0, enough).split(" ");
  const last = lines.pop()?.trim().length ?? 0;
  const width = lines[0]?.length ?? first;
  const isWidth = width % 4 === 0 && width <= lineMax && (isEnd || lines.length > 0);
  return isWidth && last <= width && lines.every((l) => l.length === width);
}
