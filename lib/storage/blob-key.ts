import { AppError } from "#lib/platform/errors.ts";

/** The long edges of the thumbnails, in pixels. */
export type ThumbnailEdge = "640" | "320";

/** The extension of a stored file by the media type it is served with: every type that the studio keeps. */
const extensionByType: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
};

/** Two digits of a SHA-256, the whole of it, a thumbnail's edge or none, an extension from above. */
const keyPattern = /^([0-9a-f]{2})\/\1[0-9a-f]{62}(?:-640|-320)?\.(?:png|jpg|webp|avif|gif)$/;

const unfinishedPattern = /^incoming\/[^/\\]+\.tmp$/;

/** The key of a picture as it came, from its SHA-256 in hexadecimal and its media type. */
export function blobKey(hash: string, type: string): string {
  const extension = extensionByType[type];
  if (extension) return `${hash.slice(0, 2)}/${hash}.${extension}`;

  throw new AppError("internal", `The studio keeps no files of the type ${type}.`);
}

/** The key of a picture's WebP thumbnail, from the SHA-256 of the original. */
export function thumbnailKey(hash: string, edge: ThumbnailEdge): string {
  return `${hash.slice(0, 2)}/${hash}-${edge}.webp`;
}

/** Whether this is what a put that died leaves in the list of a store. */
export function isUnfinishedKey(key: string): boolean {
  return unfinishedPattern.test(key);
}

/** Whether this is a key that the two functions above can have made. */
export function isBlobKey(key: string): boolean {
  return keyPattern.test(key);
}
