const blank = String.raw`[\s\p{Cc}\p{Default_Ignorable_Code_Point}]`;
const blanks = new RegExp(`^${blank}+|${blank}+$`, "gu");

/** What a copy from a file, a web page or a terminal may bring along, in front of a key and behind it. */
const wrappings = [
  /^"(.*)"$/s,
  /^'(.*)'$/s,
  /^`(.*)`$/s,
  /^[“”](.*)[“”]$/s,
  /^Bearer[\s:](.*)$/is,
  // Its name, as in a file of the environment; a key in base64 may end in "=".
  /^(?:[A-Z][A-Z\d_]*|token|key|api_?key)=(?!=)(.+)$/s,
  // A line end that was spelt out.
  /^(.*)\\[nr]$/s,
];

/**
 * A key without what is not part of it: blanks, line ends, marks that cannot be seen (a BOM, a zero-width space) and
 * quotes around it, and the word "Bearer".
 */
export function trimSecret(text: string): string {
  const trimmed = trimBlanks(text);
  for (const wrapping of wrappings) {
    const inside = wrapping.exec(trimmed)?.[1];
    if (inside !== undefined) return trimSecret(inside);
  }
  return trimmed;
}

/** Whether a text is only what stands in front of a key, as the word "Bearer": the key itself was left out. */
export function isKeyLeftOut(text: string): boolean {
  return /^(bearer:?|\w*(key|token)=)$/i.test(text);
}

/** A text without the blanks and the invisible marks at its ends. */
export function trimBlanks(text: string): string {
  return text.replaceAll(blanks, "");
}
