import type { ByteRange } from "#lib/storage/blob-store.ts";

/**
 * What a `Range` header asks for of so many bytes (RFC 9110, 14.2): null for all of them, also where it asks for several parts, in
 * other units, or in words that are none, since a server may answer these whole; "none" where it asks for what is not there.
 */
export function readRange(header: string | null, bytes: number): ByteRange | null | "none" {
  const asked = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/i.exec(header?.trim() ?? "");
  if (!asked) return null;

  const [, first, last, suffix] = asked;
  if (first === undefined) {
    const count = Math.min(Number(suffix), bytes);
    return count === 0 ? "none" : { from: bytes - count, to: bytes };
  }
  const from = Number(first);
  const to = last ? Math.min(Number(last) + 1, bytes) : bytes;
  if (last && Number(last) < from) return null;
  return from < bytes ? { from, to } : "none";
}
