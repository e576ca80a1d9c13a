import type { Delivered } from "#lib/engine/image-engine.ts";

/** A stored picture, as the screens and the HTTP see it. Its bytes are at `imageUrl`. */
export interface ImageView {
  id: string;
  generationId: string;
  attemptId: string;
  /** The place among the pictures of its attempt, from 0. */
  index: number;
  /** The prompt that made it, for alternative text. */
  prompt: string;
  revisedPrompt: string | null;
  /** Pixels. */
  width: number;
  height: number;
  /** The sniffed media type, as "image/png". */
  type: string;
  bytes: number;
  /** base64; see `thumbhash`. */
  thumbhash: string;
  delivered: Delivered;
  isFavorite: boolean;
  /** Kept although the person had stopped waiting for it. */
  isHidden: boolean;
  /** ISO 8601; null when it is not in the trash. */
  deletedAt: string | null;
  createdAt: string;
}

/** The address of a picture's bytes: the original, or a WebP whose long edge is 640 or 320 pixels. */
export function imageUrl(id: string, variant: "original" | "640" | "320"): string {
  return `/api/images/${id}/${variant}`;
}
