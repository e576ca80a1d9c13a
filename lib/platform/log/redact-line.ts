/** A run this long is a picture in base64, not a word, a path or an id. */
const base64Run = /[A-Za-z0-9+/_-]{256,}={0,2}/g;

/** What the terminal of an operator could act upon (C1), and what some readers take for the end of a line. */
const unsafeCharacters = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * A line of JSON without what must not reach a log, whichever error carried it there: the given secrets, keys and tokens
 * by their form, the names and passwords of addresses, and pictures. It stays JSON.
 */
export function redactLine(line: string, secrets: Iterable<string>): string {
  let redacted = line;
  for (const secret of secrets) {
    redacted = redacted.replaceAll(JSON.stringify(secret).slice(1, -1), "[redacted]");
  }

  return redacted
    .replace(/\b(rsk_|sk-)[\w-]{4,}/g, "$1[redacted]")
    .replace(/Bearer [^\s"\\]+/gi, "Bearer [redacted]")
    .replace(/:\/\/[^\s"\\/@]*@/g, "://[redacted]@")
    .replace(base64Run, (run) => `[${run.length} characters]`)
    .replace(
      unsafeCharacters,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
