import { findJsonValues } from "../../answer/json/find-json-values.ts";

/** The JSON object or list that stands in a text, and what stands before it; null where there is none. */
export function findJson(text: string): { before: string; json: object } | null {
  const start = text.search(/[[{]/);
  if (start === -1) return null;

  // A list in words, as "[Errno 5]", may stand before the object.
  const object = text.indexOf("{");
  for (const from of new Set([start, object])) {
    const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
    const json = from === -1 ? null : parseObject(text.slice(from, end + 1));
    if (json) return { before: text.slice(0, from).trim(), json };
  }
  const json = object === -1 ? undefined : closeJson(text.slice(object));
  return json ? { before: text.slice(0, object).trim(), json } : null;
}

/** JSON that breaks off, as far as it goes; undefined where the text begins with none. */
export function closeJson(text: string): object | undefined {
  const parse = (part: string) => {
    const json = parseObject(part);
    return json && { json };
  };
  const [first] = /^[[{]/.test(text) ? findJsonValues(text, { parse }) : [];
  const json = first?.isWhole === false ? first.json : null;
  return typeof json === "object" ? (json ?? undefined) : undefined;
}

function parseObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json && Object.keys(json).length > 0 ? json : null;
  } catch {
    return null;
  }
}
