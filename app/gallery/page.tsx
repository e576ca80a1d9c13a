import type { Metadata } from "next";
import { headers } from "next/headers";
import { GalleryScreen } from "#app/gallery/gallery-screen.tsx";
import { getWords } from "#app/words.server.ts";
import { imagesPageMax } from "#lib/library/list-images.server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.gallery") };
}

/** Pictures that a browser keeps for when it is offline (components/offline/worker.ts). */
const keptImages = 200;

interface GalleryPageProps {
  searchParams: Promise<{ favorites?: string | string[] }>;
}

export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const { favorites } = await searchParams;

  return (
    <GalleryScreen
      list={favorites === "true" ? "favorites" : "images"}
      limit={(await isToBeKept()) ? keptImages : imagesPageMax}
    />
  );
}

/** Whether the service worker asks, to show it without the server: as many as it has thumbnails of. */
async function isToBeKept(): Promise<boolean> {
  return (await headers()).has("x-atelier-keep");
}
