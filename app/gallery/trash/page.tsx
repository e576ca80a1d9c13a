import type { Metadata } from "next";
import { drawGallery } from "#app/gallery/draw-gallery.ts";
import { ScreenWords } from "#app/screen-words.tsx";
import { getWords } from "#app/words.server.ts";
import { Trash } from "#components/gallery/trash.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { listImages } from "#lib/library/list-images.server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.trash") };
}

export default async function TrashPage() {
  const drawn = await drawGallery((client) =>
    listImages(client, { userId: localOwnerId, list: "trash" }),
  );

  return (
    <ScreenWords spaces={["gallery"]}>
      <Trash {...drawn} />
    </ScreenWords>
  );
}
