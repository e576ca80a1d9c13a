import { cookies } from "next/headers";
import { ScreenWords } from "#app/screen-words.tsx";
import { toImagesPage } from "#components/data/records/to-page.ts";
import { Gallery } from "#components/gallery/gallery.tsx";
import { parseSize, sizeCookie } from "#components/gallery/size/gallery-size.ts";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { ImageList } from "#lib/contract/library/images-change.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { imagesPageMax, listImages } from "#lib/library/list-images.server.ts";
import { services } from "#lib/services/services.server.ts";

/** A list of pictures with its newest, `limit` of them. */
export async function GalleryScreen({
  list,
  limit = imagesPageMax,
}: {
  list: ImageList;
  limit?: number;
}) {
  const { client } = services().database;
  // The sequence first: who follows from it misses nothing.
  const sequence = await currentSequence(client, localOwnerId);
  const images = await listImages(client, { userId: localOwnerId, list, limit });

  return (
    <ScreenWords spaces={["gallery"]}>
      <Gallery
        key={list}
        page={toImagesPage({ images, sequence })}
        list={list}
        drawnSize={parseSize((await cookies()).get(sizeCookie)?.value)}
        serverTimeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        serverNow={Date.now()}
      />
    </ScreenWords>
  );
}
