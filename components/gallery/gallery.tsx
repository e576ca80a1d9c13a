"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { EmptyGallery } from "#components/gallery/empty-gallery.tsx";
import { GalleryHeader } from "#components/gallery/gallery-header.tsx";
import type { GallerySnapshot } from "#components/gallery/gallery-store.ts";
import { GalleryGrid } from "#components/gallery/grid/gallery-grid.tsx";
import { GalleryOutline } from "#components/gallery/grid/gallery-outline.tsx";
import { groupByDay } from "#components/gallery/grid/group-by-day.ts";
import { layOutGallery } from "#components/gallery/grid/lay-out-gallery.ts";
import { NewImagesPill } from "#components/gallery/new-images-pill.tsx";
import { useGallery } from "#components/gallery/use-gallery.ts";
import { useSpace } from "#components/gallery/use-space.ts";
import { useTimeZone } from "#components/gallery/use-time-zone.ts";
import { deleteImage } from "#components/image/change-image.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";

interface GalleryProps {
  snapshot: GallerySnapshot;
  onlyFavorites: boolean;
  /** Where and when the server drew it, so that the browser draws the same first. */
  serverTimeZone: string;
  serverNow: number;
}

/** All pictures, newest first, under the days they were made. It keeps its place while the tab lives. */
export function Gallery({ snapshot, onlyFavorites, serverTimeZone, serverNow }: GalleryProps) {
  const t = useWords();
  const gallery = useGallery(snapshot, onlyFavorites);
  const { images, arrived, hasOlder } = gallery;
  const container = useRef<HTMLDivElement>(null);
  const space = useSpace(container);
  const timeZone = useTimeZone(serverTimeZone);
  const [askedToDelete, setAskedToDelete] = useState<ImageView | null>(null);

  const days = useMemo(
    () => groupByDay(images, { timeZone, now: serverNow, t }),
    [images, timeZone, serverNow, t],
  );
  const rows = useMemo(() => (space ? layOutGallery(days, space) : null), [days, space]);
  useKeptScroll(rows !== null, gallery);

  // The same function for each draw, or scrolling would draw every tile anew.
  const remove = useCallback(
    (image: ImageView) => {
      if (image.isFavorite) setAskedToDelete(image);
      else deleteImage(image, t);
    },
    [t],
  );

  function showArrived() {
    gallery.showArrived();
    window.scrollTo({ top: 0 });
  }

  return (
    <div className="flex min-h-full flex-col">
      <GalleryHeader onlyFavorites={onlyFavorites} />
      {/** Before the grid: its focus is given back before the grid looks whether it was lost. */}
      <DeleteFavoriteDialog
        image={askedToDelete}
        onClose={() => setAskedToDelete(null)}
        onDelete={(image) => void deleteImage(image, t)}
      />
      <NewImagesPill count={arrived.length} onShow={showArrived} />
      {images.length === 0 && <EmptyGallery onlyFavorites={onlyFavorites} />}
      <div className="px-4 pb-8 md:px-6">
        <div ref={container}>
          {space && rows ? (
            <GalleryGrid
              images={images}
              rows={rows}
              top={space.top}
              hasOlder={hasOlder}
              scrollTop={gallery.scrollTop}
              onEndNear={gallery.loadOlder}
              onDelete={remove}
            />
          ) : (
            <GalleryOutline days={days} />
          )}
        </div>
      </div>
    </div>
  );
}

interface KeptScroll {
  scrollTop: number;
  keepScrollTop: (scrollTop: number) => void;
}

/** Comes back to where the gallery was left, as soon as its rows are there, and remembers it when it is left again. */
function useKeptScroll(hasRows: boolean, { scrollTop, keepScrollTop }: KeptScroll) {
  const start = useRef(scrollTop);
  const keep = useRef(keepScrollTop);

  useEffect(() => {
    if (hasRows && start.current > 0) window.scrollTo({ top: start.current });
  }, [hasRows]);

  // A layout effect ends while the rows are still there; afterwards the page is short, and its position lost.
  useLayoutEffect(() => {
    const end = keep.current;
    return () => end(window.scrollY);
  }, []);
}
