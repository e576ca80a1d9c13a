/** How far a string of JSON was read. */
export interface JsonStringPart {
  /** What it says, without its escapes. */
  text: string;
  /**
   * Where the reading stopped: at the closing quote, at a line break, which no string of JSON holds, or at the end of
   * the piece.
   */
  end: "quote" | "break" | "piece";
  /** What was not read: it begins with the quote or the break, or is an escape that the piece cuts in two. */
  rest: string;
}

/** Reads on within a string of JSON, whose opening quote has been read, up to its end or that of this piece. */
export function readJsonString(piece: string): JsonStringPart {
  const special = /["\\\r\n]/g;
  let text = "";
  let from = 0;

  for (;;) {
    special.lastIndex = from;
    const at = special.exec(piece)?.index ?? piece.length;
    text += piece.slice(from, at);
    const rest = piece.slice(at, at + 6);
    if (rest === "") return { text, end: "piece", rest };
    if (rest[0] === '"') return { text, end: "quote", rest: piece.slice(at) };
    if (rest[0] !== "\\") return { text, end: "break", rest: piece.slice(at) };

    const found = /^\\(?:u([0-9a-fA-F]{4})|[^u])/.exec(rest);
    if (!found && /^\\(u[0-9a-fA-F]{0,3})?$/.test(rest)) return { text, end: "piece", rest };
    text += spell(found);
    from = at + (found?.[0].length ?? 1);
  }
}

/** The character of an escape; of one that JSON does not know, what stands for no letter in any alphabet. */
function spell(found: RegExpExecArray | null): string {
  const [whole = "", code] = found ?? [];
  if (code) return String.fromCharCode(Number.parseInt(code, 16));
  return { "\\/": "/", "\\n": "\n", "\\r": "\r", "\\t": "\t", "\\f": "\f" }[whole] ?? "\\";
}
