const encoder = new TextEncoder();
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** A character that a person sees may be many: a family of emoji is 11, a letter with a tower of marks has no bound. */
export const unitsPerCharacterMax = 32;

interface CutOptions {
  /** In characters as people see them: a letter with its marks, an emoji with all that it is joined of. */
  charactersMax: number;
  /** In UTF-8, `ending` not counted. */
  bytesMax?: number;
  /** What stands for the rest. */
  ending?: string;
}

/**
 * The start of a text that people or providers wrote: never cut within a character, so that what is left is as well formed
 * as it was. A text that is short enough comes back as it is.
 */
export function cutText(
  text: string,
  { charactersMax, bytesMax = Number.POSITIVE_INFINITY, ending = "…" }: CutOptions,
): string {
  const fits = text.length <= charactersMax && text.length * 3 <= bytesMax;
  if (fits) return text;

  const unitsMax = charactersMax * unitsPerCharacterMax;
  let characters = 0;
  let bytes = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    characters += 1;
    bytes += encoder.encode(segment).length;
    if (characters > charactersMax || index + segment.length > unitsMax || bytes > bytesMax) {
      const start = text.slice(0, index);
      return ending ? `${start.trimEnd()}${ending}` : start;
    }
  }
  return text;
}
