import { readRange } from "#app/api/read-range.ts";
import type { OpenedVariant } from "#lib/images/open-variant.server.ts";

/** Nothing in a picture's bytes may run, or be used by another site (security: bytes are never pages). */
const safeHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, max-age=31536000, immutable",
};

/** Answers a picture's bytes: none that a browser has kept already, and a part where one is asked for of just these (RFC 9110, 13 and 14). */
export async function answerBytes(
  { headers: asked }: Request,
  opened: OpenedVariant,
  more: Record<string, string> = {},
): Promise<Response> {
  const { bytes, type, tag } = opened;
  const headers = {
    ...safeHeaders,
    "Content-Type": type,
    ETag: tag,
    "Accept-Ranges": "bytes",
    ...more,
  };
  if (knows(asked.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });

  const isOfThese = (asked.get("if-range") ?? tag) === tag;
  const range = isOfThese ? readRange(asked.get("range"), bytes) : null;
  if (range === "none") {
    const contentRange = { "Content-Range": `bytes */${bytes}` };
    return new Response(null, { status: 416, headers: { ...headers, ...contentRange } });
  }
  const { from, to } = range ?? { from: 0, to: bytes };
  return new Response(await opened.read(range), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      "Content-Length": String(to - from),
      ...(range && { "Content-Range": `bytes ${from}-${to - 1}/${bytes}` }),
    },
  });
}

/** Whether one of the tags of an `If-None-Match` is this; those that say "about the same" count, too. */
function knows(ifNoneMatch: string | null, tag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes(tag) || tags.includes("*");
}
