import { runChange } from "#components/data/change/run-change.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";
import { announce } from "#components/ui/announcement-store.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { Words } from "#messages/create-words.ts";

export interface ImageChanges {
  /** Makes a picture a favourite, or none. */
  toggleFavorite: (image: ImageTile) => Promise<void>;
  /** Moves a picture to the trash, and offers to undo that; false when the server refused. Whoever calls asks first for a favourite. */
  deleteImage: (image: ImageTile) => Promise<boolean>;
  /** Takes a picture out of the trash. */
  restoreImage: (image: ImageTile) => Promise<void>;
  /** Brings a picture into the gallery that was kept after the person had stopped waiting for it. */
  unhideImage: (image: ImageTile) => Promise<void>;
}

/** Creates what can be done to a picture. Each shows at once; when the server refuses, it is taken back and said. */
export function createImageChanges(store: RecordStore, t: Words): ImageChanges {
  function change(id: string, { patch, endpoint, body, undo }: ImageChange): Promise<boolean> {
    return runChange({
      id,
      show: () => store.changeImages([id], patch),
      ask: () => requestJson(endpoint, { id, body }),
      take: ({ image, sequence }) => store.take({ images: [image], sequence }),
      ...(undo && { undo }),
      t,
    });
  }

  async function restoreImage({ id }: ImageTile) {
    const endpoint = "POST /api/images/:id/restore";
    if (await change(id, { patch: { deletedAt: null }, endpoint })) announce(t("image.restored"));
  }

  return {
    async toggleFavorite(image) {
      const patch = { isFavorite: !image.isFavorite };
      const endpoint = "PATCH /api/images/:id";
      if (!(await change(image.id, { patch, endpoint, body: patch }))) return;
      announce(t(patch.isFavorite ? "image.added" : "image.removed"));
    },
    deleteImage(image) {
      const patch = { deletedAt: new Date().toISOString() };
      const undo = () => void restoreImage(image);
      return change(image.id, { patch, endpoint: "DELETE /api/images/:id", undo });
    },
    restoreImage,
    async unhideImage({ id }) {
      const patch = { isHidden: false };
      const endpoint = "PATCH /api/images/:id";
      if (await change(id, { patch, endpoint, body: patch })) announce(t("image.unhidden"));
    },
  };
}

interface ImageChange {
  patch: Partial<ImageTile>;
  endpoint: "PATCH /api/images/:id" | "DELETE /api/images/:id" | "POST /api/images/:id/restore";
  body?: unknown;
  undo?: () => void;
}
