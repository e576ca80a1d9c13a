"use client";

import { useLayoutEffect, useRef } from "react";
import { isFound } from "#components/data/records/list-name.ts";
import type { Page } from "#components/data/records/snapshot.ts";
import { DateJump } from "#components/gallery/find/date-jump.tsx";
import { FoundNothing } from "#components/gallery/find/found-nothing.tsx";
import { SearchField } from "#components/gallery/find/search-field.tsx";
import { useFoundList } from "#components/gallery/find/use-found-list.ts";
import { useSearchLine } from "#components/gallery/find/use-search-line.ts";
import { type DrawnGallery, Gallery } from "#components/gallery/gallery.tsx";
import { GalleryHeader } from "#components/gallery/gallery-header.tsx";

interface SearchableGalleryProps extends DrawnGallery {
  /** The newest of what the search finds, as the server drew it. */
  page: Page;
  /** The search that the server drew. */
  line: string;
  onlyFavorites: boolean;
}

/** The gallery under its search; another list of pictures is another gallery, with its own place. */
export function SearchableGallery({ page, line, onlyFavorites, ...drawn }: SearchableGalleryProps) {
  const search = useSearchLine();
  const { count, ...shown } = useFoundList({
    line: search.line,
    onlyFavorites,
    drawn: { line, page },
  });

  const name = useRef(shown.name);
  useLayoutEffect(() => {
    // Another list begins at its top, or where it was left.
    if (name.current !== shown.name) window.scrollTo({ top: 0 });
    name.current = shown.name;
  }, [shown.name]);

  return (
    <div className="flex min-h-full flex-col">
      <GalleryHeader
        list={onlyFavorites ? "favorites" : "images"}
        drawnSize={drawn.drawnSize}
        line={search.line}
      >
        <SearchField search={search} onlyFavorites={onlyFavorites} count={count} />
        <DateJump search={search} onlyFavorites={onlyFavorites} />
      </GalleryHeader>
      <Gallery
        key={shown.name}
        shown={shown}
        nothing={
          isFound(shown.name) && <FoundNothing search={search} onlyFavorites={onlyFavorites} />
        }
        {...drawn}
      />
    </div>
  );
}
