"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { isFound } from "#components/data/records/list-name.ts";
import { EmptyGallery } from "#components/gallery/empty-gallery.tsx";
import { FoundNothing } from "#components/gallery/find/found-nothing.tsx";
import type { ShownList } from "#components/gallery/find/use-found-list.ts";
import type { SearchLine } from "#components/gallery/find/use-search-line.ts";
import type { GalleryPlace } from "#components/gallery/gallery-place.ts";
import { GalleryGrid } from "#components/gallery/grid/gallery-grid.tsx";
import { GalleryOutline } from "#components/gallery/grid/gallery-outline.tsx";
import { groupByDay } from "#components/gallery/grid/group-by-day.ts";
import { layOutGallery } from "#components/gallery/grid/lay-out-gallery.ts";
import { NewImagesPill } from "#components/gallery/new-images-pill.tsx";
import { useGallery } from "#components/gallery/use-gallery.ts";
import { useSpace } from "#components/gallery/use-space.ts";
import { useTimeZone } from "#components/gallery/use-time-zone.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface GalleryProps {
  shown: ShownList;
  onlyFavorites: boolean;
  search: SearchLine;
  /** Where and when the server drew it, so that the browser draws the same first. */
  serverTimeZone: string;
  serverNow: number;
}

/** All pictures, newest first, under the days they were made. It keeps its place while the tab lives. */
export function Gallery({ shown, onlyFavorites, search, serverTimeZone, serverNow }: GalleryProps) {
  const t = useWords();
  const { images, waiting, hasOlder, loadOlder, showWaiting, place } = useGallery(shown);
  const { deleteImage } = useImageChanges();
  const container = useRef<HTMLDivElement>(null);
  const space = useSpace(container);
  const timeZone = useTimeZone(serverTimeZone);
  const [askedToDelete, setAskedToDelete] = useState<ImageTile | null>(null);

  const days = useMemo(
    () => groupByDay(images, { timeZone, now: serverNow, t }),
    [images, timeZone, serverNow, t],
  );
  const rows = useMemo(() => (space ? layOutGallery(days, space) : null), [days, space]);
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
    <>
      {/** Before the grid: its focus is given back before the grid looks whether it was lost. */}
      <DeleteFavoriteDialog
        image={askedToDelete}
        onClose={() => setAskedToDelete(null)}
        onDelete={(image) => void deleteImage(image)}
      />
      <NewImagesPill count={waiting} onShow={showNewest} />
      {images.length === 0 &&
        (isFound(shown.name) ? (
          <FoundNothing search={search} onlyFavorites={onlyFavorites} />
        ) : (
          <EmptyGallery onlyFavorites={onlyFavorites} />
        ))}
      <div className="px-4 pb-8 md:ps-0 md:pe-6">
        <div ref={container}>
          {space && rows ? (
            <GalleryGrid
              images={images}
              rows={rows}
              top={space.top}
              hasOlder={hasOlder}
              scrollTop={place.scrollTop}
              onEndNear={loadOlder}
              onDelete={remove}
            />
          ) : (
            <GalleryOutline days={days} />
          )}
        </div>
      </div>
    </>
  );
}

/** Comes back to where the gallery was left, as soon as its rows are there, and remembers it when it is left again. */
function useKeptScroll(hasRows: boolean, place: GalleryPlace) {
  const start = useRef(place.scrollTop);

  useEffect(() => {
    if (hasRows && start.current > 0) window.scrollTo({ top: start.current });
  }, [hasRows]);

  // A layout effect ends while the rows are still there; afterwards the page is short, and its position lost.
  useLayoutEffect(() => {
    const keep = () => {
      place.scrollTop = window.scrollY;
    };
    window.addEventListener("scroll", keep, { passive: true });
    return () => {
      window.removeEventListener("scroll", keep);
      keep();
    };
  }, [place]);
}
