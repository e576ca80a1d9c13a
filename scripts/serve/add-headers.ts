import type { ServerResponse } from "node:http";

/** What every answer carries that has no word of its own on it: the routes', Next's own, those of static files. */
export const safeHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "Content-Security-Policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
} as const;

/**
 * Adds the safe headers at the last moment, where the answer lacks them: set before, they would stand twice beside those that a
 * page or a route sets for itself, and of two policies a browser keeps both.
 */
export function addHeaders(response: ServerResponse): void {
  const writeHead = response.writeHead;
  Object.assign(response, {
    writeHead(...parameters: unknown[]) {
      for (const [name, value] of Object.entries(safeHeaders)) {
        if (!response.hasHeader(name)) response.setHeader(name, value);
      }
      return Reflect.apply(writeHead, response, parameters);
    },
  });
}
