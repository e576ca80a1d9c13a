import { cutText } from "#lib/platform/text/cut-text.ts";

/** More than any name has, and little enough that a prompt of 32,000 characters costs nothing. */
const readCharactersMax = 300;

/** File systems take 255 bytes; what follows the words needs 15. */
const wordsMax = { charactersMax: 60, bytesMax: 200, ending: "" };

/** Words with all their marks, and the joiners within them, which Persian and Malayalam are spelt with; whole emoji. */
const wordPattern = /(?:\p{RGI_Emoji}|[\p{L}\p{N}](?:\p{M}|[\u200c\u200d](?=[\p{L}\p{N}]))*)+/gv;

/**
 * The name of a picture's file: the first words of the prompt, and of the hash, so that the files of one prompt differ. It has
 * nothing that any system refuses or misreads: no slash, dot, control or direction mark of the prompt's, and, as the
 * hash follows, no name that Windows keeps for itself.
 */
export function imageFileName({
  prompt,
  hash,
  type,
}: {
  prompt: string;
  hash: string;
  type: string;
}): string {
  const read = cutText(prompt, { charactersMax: readCharactersMax }).normalize();
  const words = read.match(wordPattern) ?? [];
  const start = cutText(words.join("-"), wordsMax).replace(/-$/, "") || "picture";
  return `${start}-${hash.slice(0, 8)}.${type.replace("image/", "").replace("jpeg", "jpg")}`;
}
