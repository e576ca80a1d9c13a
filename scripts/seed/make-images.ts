import { join } from "node:path";
import sharp from "sharp";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import { developImage, type Image } from "#lib/storage/codec/image.server.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";

/** What is in the row of a picture. */
export type FileFacts = Omit<Image, "thumbnails">;

const shapes = [
  { width: 1024, height: 1024 },
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
];

/** A few colours, from which a soft picture grows. */
const grid = 6;

/** Puts different pictures with their thumbnails into a data folder; the same ones each time, so that a second call adds none. */
export async function makeImages(
  dataDir: string,
  { count }: { count: number },
): Promise<FileFacts[]> {
  const blobStore = createDiskBlobStore({ directory: join(dataDir, "files") });
  const images: FileFacts[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const bytes = await drawImage(seed);
    const { thumbnails, ...facts } = await developImage(bytes);
    await blobStore.put(blobKey(facts.hash, facts.type), bytes);
    await blobStore.put(thumbnailKey(facts.hash, "640"), thumbnails["640"]);
    await blobStore.put(thumbnailKey(facts.hash, "320"), thumbnails["320"]);
    images.push(facts);
  }
  return images;
}

function drawImage(seed: number): Promise<Buffer> {
  const { width, height } = shapes[seed % shapes.length] ?? { width: 1024, height: 1024 };
  const colours = Uint8Array.from({ length: grid * grid * 3 }, (_, at) => {
    const mixed = Math.imul(seed * 7_919 + at * 104_729 + 1, 2_654_435_761) >>> 16;
    return mixed % 256;
  });
  const image = sharp(colours, { raw: { width: grid, height: grid, channels: 3 } }).resize(
    width,
    height,
    { fit: "fill", kernel: "cubic" },
  );
  return seed % 2 === 0 ? image.png().toBuffer() : image.webp().toBuffer();
}
