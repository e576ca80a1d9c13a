import { showToast } from "#components/ui/toast-store.ts";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { Words } from "#messages/create-words.ts";

/** Puts a picture on the clipboard in all its pixels, as PNG, which is what programs take from there, and says so. */
export async function copyPicture(imageId: string, t: Words): Promise<void> {
  try {
    // The promise goes in, not what it brings: some browsers let nothing be copied that came after the press.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": readPng(imageId) })]);
    showToast(t("viewer.pictureCopied"));
  } catch {
    // Over plain http from elsewhere there is no such thing, it may be forbidden, and the server may be gone.
    showToast(t("image.notCopied"));
  }
}

async function readPng(imageId: string): Promise<Blob> {
  const response = await fetch(imageUrl(imageId, "original"));
  const file = await response.blob();
  if (file.type === "image/png") return file;

  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: "image/png" });
}
