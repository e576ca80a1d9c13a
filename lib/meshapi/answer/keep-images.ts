import { createHash } from "node:crypto";
import type { ImageChunk } from "../document/image-chunk.ts";
import { holdsFile } from "../image/holds-file.ts";
import type { ImageItem } from "../image/image-response.ts";
import { imagesKeptMax } from "../parameters/image-limits.ts";
import type { AnswerProgress } from "./judge-end.ts";

export type CompletedChunk = Extract<ImageChunk, { status: "completed" }>;

/** The pictures that are kept of one answer. */
export interface ImageKeeper {
  /** What is new of a chunk, by events of this kind; null where there is nothing to give yet. */
  keep(chunk: CompletedChunk, kind: string | null): CompletedChunk | null;
  /** The last that is kept waits: only the next tells whether some are left out. */
  last(): CompletedChunk | null;
  /** Whether more came than are kept. */
  isOver(): boolean;
}

/** Counts the pictures of an answer in its progress; `onImage` is called with the first. */
export function createImageKeeper({
  progress,
  onImage,
}: {
  progress: AnswerProgress;
  onImage: () => void;
}): ImageKeeper {
  const memory = createImageMemory();
  let last: CompletedChunk | null = null;
  let isOver = false;

  return {
    keep(chunk, kind) {
      const files = chunk.data.filter(holdsFile);
      progress.unreadable += chunk.data.length - files.length;
      const items = files.filter((item) => memory.isNew(item, kind));
      if (items.length === 0) return null;
      if (progress.images === 0) onImage();
      if (last) {
        last.leftOut += items.length;
        isOver = true;
        return null;
      }
      const data = items.slice(0, imagesKeptMax - progress.images);
      progress.images += data.length;
      const kept = { ...chunk, data, leftOut: items.length - data.length };
      if (progress.images < imagesKeptMax) return kept;
      last = kept;
      return null;
    },
    last: () => last,
    isOver: () => isOver,
  };
}

/**
 * Knows the pictures of a stream again that tells of one by events of two kinds, first as made, then as part of the whole.
 * The same picture twice by events of one kind is two: the gateway made them, and they were paid for.
 */
function createImageMemory() {
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
