import { currentLogger } from "#lib/platform/log/logger.server.ts";
import { cutText } from "#lib/platform/text/cut-text.ts";

/**
 * What may stand beside a message: never a prompt, a key or a picture. A line about an attempt names its generation
 * too, so that either id finds it.
 */
export type LogFields = Record<string, string | number | boolean | null | undefined> &
  ({ attempt?: undefined } | { attempt: string; generation: string });

/** The most of one field that is kept: a stack with its causes fits, a picture in base64 does not. */
const fieldCharactersMax = 10_000;

/**
 * Writes one line of JSON to the standard error, before it returns: the last line before a crash is there. What looks
 * like a secret is left out, and control characters are escaped, so that no text can end a line or forge one.
 */
export function log(level: "info" | "warn" | "error", message: string, fields?: LogFields): void {
  const short = Object.entries(fields ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? shorten(value) : value,
  ]);
  currentLogger()[level](Object.fromEntries(short), shorten(message));
}

/** The words of an error and its causes, for the log alone. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);

  const cause = error.cause === undefined ? "" : ` <- ${describeError(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function shorten(text: string): string {
  if (text.length <= fieldCharactersMax) return text;

  const start = cutText(text, { charactersMax: fieldCharactersMax, ending: "" });
  return `${start} … and ${text.length - start.length} characters more`;
}
