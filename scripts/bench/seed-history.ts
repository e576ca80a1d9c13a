import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { openDatabase } from "#lib/platform/database/open-database.server.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import { createDiskBlobStore } from "#lib/storage/disk-blob-store.server.ts";
import { developPicture, type Picture } from "#lib/storage/picture.server.ts";
import { drawPicture } from "../../e2e/fake-gateway/draw-picture.ts";

/** Different pictures; the generations take turns with them. */
const filesMax = 20;
const shapes = [
  { width: 1024, height: 1024 },
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
];

const minuteMs = 60_000;
/** The age of a generation over that of the next: 1,000 reach back a week. */
const everyMs = 10 * minuteMs;

const rowsAtOnce = 500;

/** Fills a data folder that no studio has open with finished generations of one picture each, the last a minute old. */
export async function seedHistory(
  dataDir: string,
  { generations }: { generations: number },
): Promise<void> {
  const pictures = await makeFiles(dataDir, Math.min(filesMax, generations));
  const newest = Date.now() - minuteMs;
  const seeds = Array.from({ length: generations }, (_, index) => {
    const createdAt = new Date(newest - (generations - 1 - index) * everyMs);
    const makeId = () => uuidv7({ msecs: createdAt.getTime() });
    const picture = pictures[index % pictures.length];
    return picture ? [{ index, createdAt, picture, ids: [makeId(), makeId(), makeId()] }] : [];
  }).flat();

  const database = await openDatabase({ dataDir });
  for (let at = 0; at < seeds.length; at += rowsAtOnce) {
    const batch = seeds.slice(at, at + rowsAtOnce).map(toRows);
    await database.client.$transaction([
      database.client.generation.createMany({ data: batch.map((rows) => rows.generation) }),
      database.client.attempt.createMany({ data: batch.map((rows) => rows.attempt) }),
      database.client.image.createMany({ data: batch.map((rows) => rows.image) }),
    ]);
  }
  await database.close();
}

interface Seed {
  index: number;
  createdAt: Date;
  picture: Picture;
  /** Of the generation, its attempt and its picture. */
  ids: string[];
}

function toRows({ index, createdAt, picture, ids }: Seed) {
  const [generationId = "", attemptId = "", imageId = ""] = ids;
  const { thumbnails: _files, ...facts } = picture;
  const prompt = `A landscape from an earlier day, number ${index}`;
  const size = `${picture.width}x${picture.height}`;

  return {
    generation: {
      id: generationId,
      userId: localOwnerId,
      idempotencyKey: `history-${index}`,
      requestHash: "",
      prompt,
      parameters: { prompt, size },
      engine: "gateway",
      state: "succeeded",
      createdAt,
      endedAt: createdAt,
    },
    attempt: {
      id: attemptId,
      generationId,
      index: 0,
      state: "succeeded",
      charged: "yes",
      createdAt,
      sentAt: createdAt,
      endedAt: createdAt,
    },
    image: {
      ...facts,
      id: imageId,
      userId: localOwnerId,
      generationId,
      attemptId,
      index: 0,
      delivered: {},
      createdAt,
    },
  };
}

async function makeFiles(dataDir: string, count: number): Promise<Picture[]> {
  const blobStore = createDiskBlobStore({ directory: join(dataDir, "files") });
  const pictures: Picture[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const shape = shapes[seed % shapes.length] ?? { width: 1024, height: 1024 };
    const bytes = await drawPicture({ prompt: "a landscape", seed, format: "png", ...shape });
    const picture = await developPicture(bytes);
    const { hash, type, thumbnails } = picture;
    await blobStore.put(blobKey(hash, type), bytes);
    await blobStore.put(thumbnailKey(hash, "640"), thumbnails["640"]);
    await blobStore.put(thumbnailKey(hash, "320"), thumbnails["320"]);
    pictures.push(picture);
  }
  return pictures;
}
