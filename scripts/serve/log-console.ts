import { format, stripVTControlCharacters } from "node:util";
import { log } from "#lib/platform/log/log.server.ts";

/**
 * Brings into the log what others print as a warning or an error, Next first of all: one line of JSON each, with
 * the same secrets left out.
 */
export function logConsole(): void {
  for (const level of ["warn", "error"] as const) {
    console[level] = (...words: unknown[]) => {
      const [first = "", ...further] = stripVTControlCharacters(format(...words))
        .trim()
        .split("\n");
      log(level, first.replace(/^[⨯⚠]\s*/, ""), {
        ...(further.length > 0 ? { error: further.join("\n") } : {}),
      });
    };
  }
}
