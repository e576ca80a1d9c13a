"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { useStore } from "#components/data/use-store.ts";
import { EmptyGallery } from "#components/gallery/empty-gallery.tsx";
import type { ShownList } from "#components/gallery/find/shown-list.ts";
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
import { useKeptFocus } from "#components/gallery/use-kept-focus.ts";
import { useKeptScroll } from "#components/gallery/use-kept-scroll.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What the server drew: how large, and where and when, so that the browser draws the same first. */
export interface DrawnGallery {
  drawnSize: GallerySize;
  serverTimeZone: string;
  /** By `Date.now()`. */
  serverNow: number;
}

interface GalleryProps extends DrawnGallery {
  shown: ShownList;
  /** What is said where the list has nothing; else that it is empty. */
  nothing?: ReactNode;
}

/** All pictures, newest first, under the days they were made. It keeps its place while the tab lives. */
export function Gallery({ shown, nothing, ...drawn }: GalleryProps) {
  const { images, waiting, hasOlder, loadOlder, showWaiting, place } = useGallery(shown);
  const { name } = shown;
  const choosing = useChoosing(name, { images, hasOlder });
  const deed = useDeed(name, choosing.selection);
  const { deleteImage } = useImageChanges();
  const container = useRef<HTMLDivElement>(null);
  const { days, size, space, rows } = useGalleryRows(images, { container, ...drawn });
  const [askedToDelete, setAskedToDelete] = useState<ImageTile | null>(null);
  useKeptScroll(rows !== null, place);
  // With what is chosen the bar comes and goes, and the focus of one that used it.
  useStore(choosing.selection);
  const focus = useKeptFocus();

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
    <div className="contents" {...focus}>
      {/** Before the grid: its focus is given back before the grid looks whether it was lost. */}
      <DeleteFavoriteDialog
        image={askedToDelete}
        onClose={() => setAskedToDelete(null)}
        onDelete={(image) => void deleteImage(image)}
      />
      <DeleteChosenDialog asked={deed.asked} answer={deed.answer} />
      <NewImagesPill count={waiting} onShow={showNewest} />
      {images.length === 0 && (nothing || <EmptyGallery list={name} />)}
      <div className="px-4 pb-8 md:ps-0 md:pe-6">
        {name === "trash" && images.length > 0 && <TrashHead choosing={choosing} deed={deed} />}
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
      <SelectionBar list={name} hasOlder={hasOlder} choosing={choosing} deed={deed} />
    </div>
  );
}
