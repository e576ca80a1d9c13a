import { createHash } from "node:crypto";
import type { ImageItem } from "../image/image-response.ts";

/**
 * Knows the pictures of a stream again that tells of one by events of two kinds, first as made, then as part of the whole.
 * The same picture twice by events of one kind is two: the gateway made them, and they were paid for.
 */
export function createImageMemory() {
  const kindOf = new Map<string, string | null>();

  return {
    isNew(item: ImageItem, kind: string | null): boolean {
      const digest = digestOf(item);
      const known = kindOf.get(digest);
      if (known === undefined) kindOf.set(digest, kind);
      return known === undefined || known === kind;
    },
  };
}

function digestOf({ bytes, b64_json, url }: ImageItem): string {
  return createHash("sha1")
    .update(bytes ?? b64_json ?? url ?? "")
    .digest("base64");
}
