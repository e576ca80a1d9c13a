import type { Metadata } from "next";
import { GalleryScreen } from "#app/gallery/gallery-screen.tsx";
import { getWords } from "#app/words.server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.trash") };
}

export default function TrashPage() {
  return <GalleryScreen list="trash" />;
}
