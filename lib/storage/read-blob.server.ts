import { createHash } from "node:crypto";
import type { BlobStore, ByteRange } from "#lib/storage/blob-store.ts";

/** All the bytes under a key, or a range of them; null when there are none. Throws what the store throws. */
export async function readBlob(
  store: Pick<BlobStore, "open">,
  key: string,
  range?: ByteRange,
): Promise<Uint8Array | null> {
  const opened = await store.open(key, range);
  return opened && new Uint8Array(await new Response(opened.stream).arrayBuffer());
}

/** The SHA-256 of bytes, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
