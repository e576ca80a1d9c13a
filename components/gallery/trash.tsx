"use client";

import type { Page } from "#components/data/records/snapshot.ts";
import { type DrawnGallery, Gallery } from "#components/gallery/gallery.tsx";
import { GalleryHeader } from "#components/gallery/gallery-header.tsx";

/** What was deleted, for as long as it can be restored. */
export function Trash({ page, ...drawn }: DrawnGallery & { page: Page }) {
  return (
    <div className="flex min-h-full flex-col">
      <GalleryHeader list="trash" drawnSize={drawn.drawnSize} />
      <Gallery shown={{ name: "trash", page }} {...drawn} />
    </div>
  );
}
