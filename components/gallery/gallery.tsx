"use client";

import { useCallback, useRef, useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import type { Page } from "#components/data/records/snapshot.ts";
import { EmptyGallery } from "#components/gallery/empty-gallery.tsx";
import { GalleryHeader } from "#components/gallery/gallery-header.tsx";
import { GalleryGrid } from "#components/gallery/grid/gallery-grid.tsx";
import { GalleryOutline } from "#components/gallery/grid/gallery-outline.tsx";
import { NewImagesPill } from "#components/gallery/new-images-pill.tsx";
import { useGalleryRows } from "#components/gallery/rows/use-gallery-rows.ts";
import { DeleteChosenDialog } from "#components/gallery/selection/delete-chosen-dialog.tsx";
import { SelectionBar } from "#components/gallery/selection/selection-bar.tsx";
import { useChoosing } from "#components/gallery/selection/use-choosing.ts";
import { useDeed } from "#components/gallery/selection/use-deed.ts";
import type { GallerySize } from "#components/gallery/size/gallery-size.ts";
import { TrashHead } from "#components/gallery/trash-head.tsx";
import { useGallery } from "#components/gallery/use-gallery.ts";
import { useKeptScroll } from "#components/gallery/use-kept-scroll.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { ImageList } from "#lib/contract/library/images-change.ts";

interface GalleryProps {
  /** The newest, as the server drew it. */
  page: Page;
  list: ImageList;
  /** How large the server drew the pictures. */
  drawnSize: GallerySize;
  /** Where and when the server drew it, so that the browser draws the same first. */
  serverTimeZone: string;
  serverNow: number;
}

/** All pictures, newest first, under the days they were made. It keeps its place while the tab lives. */
export function Gallery({ page, list, ...drawn }: GalleryProps) {
  const { images, waiting, hasOlder, loadOlder, showWaiting, place } = useGallery(page, list);
  const choosing = useChoosing(list, { images, hasOlder });
  const deed = useDeed(list, choosing.selection);
  const { deleteImage } = useImageChanges();
  const container = useRef<HTMLDivElement>(null);
  const { days, size, space, rows } = useGalleryRows(images, { container, ...drawn });
  const [askedToDelete, setAskedToDelete] = useState<ImageTile | null>(null);
  useKeptScroll(rows !== null, place);

  // The same function for each draw, or scrolling would draw every tile anew.
  const remove = useCallback(
    (image: ImageTile) => {
      if (image.isFavorite) setAskedToDelete(image);
      else deleteImage(image);
    },
    [deleteImage],
  );

  function showNewest() {
    showWaiting();
    window.scrollTo({ top: 0 });
  }

  return (
    <div className="flex min-h-full flex-col">
      <GalleryHeader list={list} drawnSize={drawn.drawnSize} />
      {/** Before the grid: its focus is given back before the grid looks whether it was lost. */}
      <DeleteFavoriteDialog
        image={askedToDelete}
        onClose={() => setAskedToDelete(null)}
        onDelete={(image) => void deleteImage(image)}
      />
      <DeleteChosenDialog asked={deed.asked} answer={deed.answer} />
      <NewImagesPill count={waiting} onShow={showNewest} />
      {images.length === 0 && <EmptyGallery list={list} />}
      <div className="px-4 pb-8 md:ps-0 md:pe-6">
        {list === "trash" && images.length > 0 && <TrashHead choosing={choosing} deed={deed} />}
        <div ref={container}>
          {space && rows ? (
            <GalleryGrid
              images={images}
              rows={rows}
              top={space.top}
              hasOlder={hasOlder}
              scrollTop={place.scrollTop}
              onEndNear={loadOlder}
              choosing={choosing}
              deed={deed}
              onDelete={remove}
            />
          ) : (
            <GalleryOutline days={days} size={size} />
          )}
        </div>
      </div>
      <SelectionBar list={list} choosing={choosing} deed={deed} />
    </div>
  );
}
