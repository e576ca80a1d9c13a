/** Strings of either quotes, comments, a comma before the end, and words that JSON does not have. */
const oddities =
  /"(?:[^"\\]+|\\[\s\S])*"|'(?:[^'\\]+|\\[\s\S])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*|,(?=\s*[\]}])|[-+]?\b(?:NaN|Infinity|undefined|None|True|False)\b/g;

/**
 * Makes JSON of what was meant as such: with line breaks within its strings, escapes that there are not, comments, a comma
 * too many, or Python's quotes and words.
 */
export function repairJson(text: string): string {
  return text.replaceAll(oddities, (part) => {
    if (part.startsWith('"') || part.startsWith("'")) return repairString(part);
    if (part === "True" || part === "False") return part.toLowerCase();
    return part.startsWith("/") || part === "," ? "" : "null";
  });
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
