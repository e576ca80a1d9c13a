import { cookies } from "next/headers";
import type { Page } from "#components/data/records/snapshot.ts";
import { toImagesPage } from "#components/data/records/to-page.ts";
import { type GallerySize, parseSize, sizeCookie } from "#components/gallery/size/gallery-size.ts";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { services } from "#lib/services/services.server.ts";

interface DrawnGallery {
  page: Page;
  drawnSize: GallerySize;
  serverTimeZone: string;
  serverNow: number;
}

type Client = ReturnType<typeof services>["database"]["client"];

/** What the server draws of a list of pictures: its newest, as `read` gives them, how large, and when and where that was. */
export async function drawGallery(
  read: (client: Client, timeZone: string) => Promise<ImageTile[]>,
): Promise<DrawnGallery> {
  const { client } = services().database;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // The sequence first: who follows from it misses nothing.
  const sequence = await currentSequence(client, localOwnerId);
  const images = await read(client, timeZone);
  return {
    page: toImagesPage({ images, sequence }),
    drawnSize: parseSize((await cookies()).get(sizeCookie)?.value),
    serverTimeZone: timeZone,
    serverNow: Date.now(),
  };
}
