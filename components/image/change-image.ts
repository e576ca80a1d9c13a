import { publishImage } from "#components/data/image-news.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { Words } from "#messages/create-words.ts";

/** Makes a picture a favourite, or none. It shows at once; when the server refuses, it is taken back and said. */
export async function toggleFavorite(image: ImageView, t: Words): Promise<void> {
  const isFavorite = !image.isFavorite;
  const isKept = await change(image, {
    t,
    next: { ...image, isFavorite },
    endpoint: "PATCH /api/images/:id",
    body: { isFavorite },
  });
  if (isKept) announce(t(isFavorite ? "image.added" : "image.removed"));
}

/**
 * Moves a picture to the trash at once, and offers to undo that; false when the server refused. Whoever calls asks
 * first for a favourite.
 */
export async function deleteImage(image: ImageView, t: Words): Promise<boolean> {
  const deletedAt = new Date().toISOString();
  const isDeleted = await change(image, {
    t,
    next: { ...image, deletedAt },
    endpoint: "DELETE /api/images/:id",
  });
  if (isDeleted) {
    showToast(t("image.trashed"), {
      action: { label: t("image.undo"), run: () => void restoreImage({ ...image, deletedAt }, t) },
    });
  }
  return isDeleted;
}

/** Takes a picture out of the trash. */
export async function restoreImage(image: ImageView, t: Words): Promise<void> {
  const next = { ...image, deletedAt: null };
  const isRestored = await change(image, { t, next, endpoint: "POST /api/images/:id/restore" });
  if (isRestored) announce(t("image.restored"));
}

/** Brings a picture into the gallery that was kept after the person had stopped waiting for it. */
export async function unhideImage(image: ImageView, t: Words): Promise<void> {
  const next = { ...image, isHidden: false };
  const isShown = await change(image, {
    t,
    next,
    endpoint: "PATCH /api/images/:id",
    body: { isHidden: false },
  });
  if (isShown) announce(t("image.unhidden"));
}

interface Change {
  t: Words;
  next: ImageView;
  endpoint: "PATCH /api/images/:id" | "DELETE /api/images/:id" | "POST /api/images/:id/restore";
  body?: unknown;
}

async function change(image: ImageView, { t, next, endpoint, body }: Change): Promise<boolean> {
  publishImage(next);
  try {
    await requestJson(endpoint, { id: image.id, body });
    return true;
  } catch (error) {
    publishImage(image);
    showToast(describeRequestFailure(error, t));
    return false;
  }
}
