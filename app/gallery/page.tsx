import type { Metadata } from "next";
import { headers } from "next/headers";
import { drawGallery } from "#app/gallery/draw-gallery.ts";
import { ScreenWords } from "#app/screen-words.tsx";
import { getWords } from "#app/words.server.ts";
import { SearchableGallery } from "#components/gallery/searchable-gallery.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { findQueryMax, parseFindQuery } from "#lib/contract/library/find-query.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import { imagesPageMax } from "#lib/library/list-images.server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.gallery") };
}

/** Pictures that a browser keeps for when it is offline (components/offline/worker.ts). */
const keptImages = 200;

interface GalleryPageProps {
  searchParams: Promise<{ favorites?: string | string[]; q?: string | string[] }>;
}

export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const { favorites, q } = await searchParams;
  const line = typeof q === "string" ? q.slice(0, findQueryMax) : "";
  const onlyFavorites = favorites === "true";
  const limit = (await isToBeKept()) ? keptImages : imagesPageMax;
  const drawn = await drawGallery((client, timeZone) =>
    findImages(client, {
      userId: localOwnerId,
      terms: parseFindQuery(line).terms,
      timeZone,
      onlyFavorites,
      limit,
    }),
  );

  return (
    <ScreenWords spaces={["gallery", "find"]}>
      <SearchableGallery
        key={onlyFavorites ? "favorites" : "all"}
        line={line}
        onlyFavorites={onlyFavorites}
        {...drawn}
      />
    </ScreenWords>
  );
}

/** Whether the service worker asks, to show it without the server: as many as it has thumbnails of. */
async function isToBeKept(): Promise<boolean> {
  return (await headers()).has("x-atelier-keep");
}
