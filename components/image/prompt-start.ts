import { cutText } from "#lib/platform/text/cut-text.ts";

/** The start of a prompt, for a title or an alternative text: a prompt may be thousands of words. */
export function promptStart(prompt: string, charactersMax = 120): string {
  return cutText(prompt.trim().replace(/\s+/g, " "), { charactersMax });
}
