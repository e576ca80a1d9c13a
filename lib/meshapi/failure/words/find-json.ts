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
  return null;
}

function parseObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json && Object.keys(json).length > 0 ? json : null;
  } catch {
    return null;
  }
}
