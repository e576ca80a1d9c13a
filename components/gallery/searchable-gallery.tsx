"use client";

import type { Page } from "#components/data/records/snapshot.ts";
import { useFoundList } from "#components/gallery/find/use-found-list.ts";
import { useSearchLine } from "#components/gallery/find/use-search-line.ts";
import { Gallery } from "#components/gallery/gallery.tsx";
import { GalleryHeader } from "#components/gallery/gallery-header.tsx";

interface SearchableGalleryProps {
  /** The newest of what the search finds, as the server drew it. */
  page: Page;
  /** The search that the server drew. */
  line: string;
  onlyFavorites: boolean;
  serverTimeZone: string;
  serverNow: number;
}

/** The gallery under its search; another list of pictures is another gallery, with its own place. */
export function SearchableGallery({ page, line, onlyFavorites, ...drawn }: SearchableGalleryProps) {
  const search = useSearchLine();
  const { count, ...shown } = useFoundList({
    line: search.line,
    onlyFavorites,
    drawn: { line, page },
  });

  return (
    <div className="flex min-h-full flex-col">
      <GalleryHeader onlyFavorites={onlyFavorites} search={search} count={count} />
      <Gallery
        key={shown.name}
        shown={shown}
        onlyFavorites={onlyFavorites}
        search={search}
        {...drawn}
      />
    </div>
  );
}
