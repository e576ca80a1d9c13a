/**
 * Cuts the strings of JSON that comes in pieces at so many characters: where a request is repeated, its picture is in it. What
 * stands behind it stays, and the JSON stays JSON.
 */
export function createStringShortener({ charactersMax }: { charactersMax: number }) {
  let isInString = false;
  let left = 0;
  /** An escape that a piece cuts in two. */
  let cut = "";

  function shorten(part: string): string {
    if (part === '"') {
      isInString = !isInString;
      left = charactersMax;
      return part;
    }
    if (!isInString) return part;
    const isWhole = part.length <= left;
    const kept = isWhole || !part.startsWith("\\") ? part.slice(0, left) : "";
    left = isWhole ? left - part.length : 0;
    return kept;
  }

  return (piece: string): string => {
    const parts = (cut + piece).match(/\\(?:u[\da-f]{0,4}|[\s\S])?|"|[^"\\]+/gi) ?? [];
    cut = /^\\(u[\da-f]{0,3})?$/i.test(parts.at(-1) ?? "") ? (parts.pop() ?? "") : "";
    return parts.map(shorten).join("");
  };
}
