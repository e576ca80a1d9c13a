/** What may stand beside a message: never a prompt, a key or a picture. */
type Fields = Record<string, string | number | boolean | null | undefined>;

/** Writes one line of JSON to the standard error; control characters in it are escaped by JSON itself. */
export function log(level: "info" | "warn" | "error", message: string, fields: Fields = {}): void {
  const line = { time: new Date().toISOString(), level, message, ...fields };
  process.stderr.write(`${redact(JSON.stringify(line))}\n`);
}

/** The words of an error and its causes, for the log alone. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);

  const cause = error.cause === undefined ? "" : ` <- ${describeError(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** Keys and bearer tokens do not reach a log, whichever error carried them there. */
function redact(line: string): string {
  return line
    .replace(/\b(rsk_|sk-)[\w-]{4,}/g, "$1[redacted]")
    .replace(/Bearer [^\s"\\]+/gi, "Bearer [redacted]");
}
