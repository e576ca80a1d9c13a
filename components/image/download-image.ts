import { imageUrl } from "#lib/contract/image-url.ts";

/** Where a picture's file is had under its own name. */
export function downloadUrl(imageId: string): string {
  return `${imageUrl(imageId, "original")}?download`;
}

/** Saves a picture's file, as its link would. */
export function downloadImage(imageId: string): void {
  window.location.assign(downloadUrl(imageId));
}
