import type { ImageItem } from "./image-response.ts";

/** A picture's bytes, the address at which they can be fetched for a while, or neither. */
export type Picture =
  | { type: "bytes"; bytes: Uint8Array }
  | { type: "url"; url: string }
  | { type: "unreadable"; reason: string };

/**
 * Tells the three ways in which a picture comes apart, and decodes base64 here and not before, since it is
 * most of an answer's memory, unless the client has decoded it already. White space in it is dropped; anything else that is not base64 makes it unreadable.
 */
export function pictureOf({
  url,
  b64_json,
  bytes,
}: Pick<ImageItem, "url" | "b64_json" | "bytes">): Picture {
  if (bytes !== undefined) return bytes ? { type: "bytes", bytes } : notBase64;

  const inline = b64_json || (url && /^data:/i.test(url) ? url : null);
  if (inline) return decode(/^data:/i.test(inline) ? afterComma(inline) : inline);
  if (url && /^https?:\/\//i.test(url)) return { type: "url", url };

  return {
    type: "unreadable",
    reason: "It is neither base64, nor a data: URI, nor an http(s) address.",
  };
}

const notBase64 = { type: "unreadable", reason: "It is not valid base64." } as const;

function afterComma(dataUri: string): string {
  return dataUri.slice(dataUri.indexOf(",") + 1);
}

function decode(base64: string): Picture {
  const compact = /\s/.test(base64) ? base64.replaceAll(/\s+/g, "") : base64;
  const bytes = Buffer.from(compact, "base64");

  // Buffer skips what it cannot read, and stops at the first "=": a wrong length is how that shows.
  const digits = compact.length - (/=*$/.exec(compact.slice(-2))?.[0].length ?? 0);
  if (digits === 0 || digits % 4 === 1 || bytes.length !== Math.floor((digits * 3) / 4)) {
    return notBase64;
  }

  return { type: "bytes", bytes };
}
