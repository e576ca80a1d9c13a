import * as z from "zod";

/** What nobody sees: spaces, controls, joiners, marks of direction, selectors, tags, and Braille's blank. */
const unseen = "\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\u2800";
/** What stands for something that is not there, or means nothing by itself. */
const empty = "\\p{Co}\\p{Cn}\\ufffc\\ufffd";

const commands = /\p{Cc}(\[[\d;?]*[a-z]|\]\d*;[^\p{Cc}]*)/giu;
const invisible = new RegExp(`[${unseen}${empty}\\p{Z}\\p{M}]`, "gu");
const unnamable = new RegExp(`[${unseen}${empty}\\p{Zl}\\p{Zp}]|^\\p{M}`, "u");

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

/** The same of a name, or of another text of a word or two: all of it can be seen. */
export function nameParameter(name: string, schema = z.string()) {
  return textParameter(name, schema).refine(
    (text) => !unnamable.test(text),
    `${name} contains a character that cannot be seen: remove it.`,
  );
}

/** Whether there is anything to be seen of a text. */
export function isVisible(text: string): boolean {
  return text.replaceAll(commands, "").replaceAll(invisible, "") !== "";
}
