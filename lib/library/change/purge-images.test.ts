import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { trashDays } from "#lib/contract/library/trash-days.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { sweepUploads } from "#lib/images/upload/sweep-uploads.server.ts";
import { changeImages } from "#lib/library/change/change-images.server.ts";
import { purgeImages, purgeOldTrash } from "#lib/library/change/purge-images.server.ts";
import { writeImages } from "#lib/library/test-images.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { blobKey } from "#lib/storage/blob-key.ts";

const hash = "0".repeat(64);
const hourMs = 60 * 60_000;

describeOnBothDatabases("a picture is deleted for good", (open) => {
  let database: Database;
  let studio: TestStudio;
  beforeEach(async () => {
    database = await open();
    studio = await createTestStudio(database);
  });
  afterEach(() => studio.close());

  const trash = (ids: string[]) =>
    changeImages(database.client, { userId, deed: "trash", of: { ids } });
  const left = async () =>
    (await database.client.image.findMany({ select: { id: true } })).map(({ id }) => id);

  /** The file that all pictures of the test share, as old as that. */
  async function putFile(ageMs: number) {
    const { blobStore } = studio.context;
    const key = blobKey(hash, "image/png");
    await blobStore.put(key, new Uint8Array([1]));
    const then = new Date(Date.now() - ageMs);
    await utimes(join(studio.directory, "files", key), then, then);
    return async () => (await blobStore.open(key)) !== null;
  }

  test("only from the trash, and it is told", async () => {
    const [a = "", b = ""] = await writeImages(database, 2);
    await trash([b]);
    expect(await purgeImages(database.client, { userId, ids: [a, b] })).toMatchObject([{ id: b }]);
    expect(await left()).toEqual([a]);
    const events = await readEvents(database.client, { userId, after: 0 });
    expect(events?.at(-1)).toMatchObject({ type: "images-purged", data: { images: [{ id: b }] } });
  });

  test("and its bytes go once nothing else names them, and not before", async () => {
    const isThere = await putFile(2 * hourMs);
    const [a = "", b = ""] = await writeImages(database, 2);
    await trash([a, b]);
    await purgeImages(database.client, { userId, ids: [b] });
    await sweepUploads(studio.context);
    expect(await isThere()).toBe(true);

    await purgeImages(database.client, { userId, ids: [a] });
    await sweepUploads(studio.context);
    expect(await isThere()).toBe(false);
    expect(await database.client.blob.count()).toBe(0);
  });

  test("but its bytes are kept for as long as somebody may be about to name them", async () => {
    const isThere = await putFile(0);
    const ids = await writeImages(database, 1);
    await trash(ids);
    await purgeImages(database.client, { userId, ids });
    await sweepUploads(studio.context);
    expect(await isThere()).toBe(true);
    // Nothing is forgotten: the next sweep finds them.
    await sweepUploads(studio.context, { now: new Date(Date.now() + 2 * hourMs) });
    expect(await isThere()).toBe(false);
  });

  test("which was the input of another one stays that one's input", async () => {
    const isThere = await putFile(2 * hourMs);
    const [a = ""] = await writeImages(database, 1);
    const [b = ""] = await writeImages(database, 1);
    const made = await database.client.image.findUniqueOrThrow({ where: { id: b } });
    const { generationId } = made;
    const input = { position: 0, role: "reference", blobHash: hash, imageId: a };
    await database.client.input.create({ data: { generationId, ...input } });
    await trash([a, b]);
    await purgeImages(database.client, { userId, ids: [a, b] });
    await sweepUploads(studio.context);
    expect(await database.client.input.findMany()).toMatchObject([
      { imageId: null, blobHash: hash },
    ]);
    expect(await isThere()).toBe(true);
  });

  test("by itself after its days in the trash, and not a day before", async () => {
    const [a = "", b = "", c = ""] = await writeImages(database, 3);
    await trash([a, b]);
    const dayMs = 24 * hourMs;
    const deletedAt = new Date(Date.now() - dayMs);
    await database.client.image.updateMany({ where: { id: a }, data: { deletedAt } });
    const at = (days: number) => ({ now: new Date(deletedAt.getTime() + days * dayMs) });

    expect(await purgeOldTrash(database.client, at(trashDays - 0.01))).toBe(0);
    expect(await purgeOldTrash(database.client, at(trashDays + 0.01))).toBe(1);
    expect((await left()).toSorted()).toEqual([b, c]);
  });
});
