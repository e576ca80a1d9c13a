/** A marker in a prompt: `[[name:value word option=value]]`. */
export interface Marker {
  name: string;
  /** What stands behind the colon; empty when nothing does. */
  value: string;
  words: ReadonlySet<string>;
  options: ReadonlyMap<string, string>;
}

/** Finds the markers of a prompt, in their order. */
export function findMarkers(prompt: string): Marker[] {
  return [...prompt.matchAll(/\[\[([^[\]]+)\]\]/g)].map(([, text = ""]) => parseMarker(text));
}

/** Parses what stands between the brackets. */
export function parseMarker(text: string): Marker {
  const [head = "", ...rest] = text.trim().split(/\s+/);
  const [name = "", ...value] = head.split(":");

  return {
    name,
    value: value.join(":"),
    words: new Set(rest.filter((word) => !word.includes("="))),
    options: new Map(
      rest
        .filter((word) => word.includes("="))
        .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
    ),
  };
}
