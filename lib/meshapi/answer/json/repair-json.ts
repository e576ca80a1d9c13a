/** Where something stands that JSON may not have: a string, a comment, a comma before the end, other languages' words. */
const oddity =
  /["']|\/\*|\/\/|,(?=\s{0,200}[\]}])|[-+]?\b(?:NaN|Infinity|undefined|None|True|False)\b/g;

/**
 * Makes JSON of what was meant as such: with line breaks within its strings, escapes that there are not, comments, a comma
 * too many, or Python's quotes and words.
 */
export function repairJson(text: string): string {
  const repaired: string[] = [];
  let at = 0;
  oddity.lastIndex = 0;

  for (let found = oddity.exec(text); found; found = oddity.exec(text)) {
    const end = endOf(found[0], { text, from: found.index });
    repaired.push(text.slice(at, found.index), repairPart(text.slice(found.index, end)));
    at = end;
    oddity.lastIndex = end;
  }
  return repaired.join("") + text.slice(at);
}

/** Behind the part that begins so; the end of the text where it is not closed. */
function endOf(start: string, { text, from }: { text: string; from: number }): number {
  const closing = { '"': '"', "'": "'", "/*": "*/", "//": "\n" }[start];
  if (closing === undefined) return from + start.length;

  for (let at = text.indexOf(closing, from + start.length); at >= 0; ) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at + closing.length;
    at = text.indexOf(closing, at + 1);
  }
  return text.length;
}

function repairPart(part: string): string {
  if (part.startsWith('"') || part.startsWith("'")) return repairString(part);
  if (part === "True" || part === "False") return part.toLowerCase();
  return part.startsWith("/") || part === "," ? "" : "null";
}

function repairString(written: string): string {
  const inner = written.slice(1, -1).replaceAll(/\\([\s\S])|"/g, (part, escaped) => {
    if (escaped === undefined) return '\\"';
    return /["\\/bfnrtu]/.test(escaped) ? part : escaped;
  });
  return `"${inner.replaceAll(/\p{Cc}/gu, toEscape)}"`;
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
