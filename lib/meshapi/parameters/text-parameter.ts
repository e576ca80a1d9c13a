import * as z from "zod";

/** What nobody sees: spaces, controls, joiners, marks of direction, selectors, tags, and Braille's blank. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\p{Cf}\u2800]/gu;

/**
 * A text that can be stored and sent: NUL and lone halves of a surrogate pair are named, and not repaired in silence.
 * `name` begins the sentence, as "The prompt".
 */
export function textParameter(name: string, schema = z.string()) {
  return schema
    .refine((text) => !text.includes("\0"), `${name} contains a NUL character: remove it.`)
    .refine(
      (text) => text.isWellFormed(),
      `${name} contains a broken character (half of a surrogate pair): remove it.`,
    );
}

/** Whether there is anything to be seen of a text. */
export function isVisible(text: string): boolean {
  return text.replaceAll(invisible, "") !== "";
}
