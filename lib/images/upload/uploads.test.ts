import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { sweepUploads } from "#lib/images/upload/sweep-uploads.server.ts";
import { createUploads, type Uploads } from "#lib/images/upload/uploads.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";

const dayMs = 24 * 60 * 60_000;

describeOnBothDatabases("an upload", (open) => {
  let studio: TestStudio;
  let uploads: Uploads;
  beforeEach(async () => {
    studio = await createTestStudio(await open());
    const { client, blobStore } = studio.context;
    const directory = join(studio.directory, "partials");
    uploads = createUploads({ client, blobStore, directory, bytesMax: 100_000 });
  });
  afterEach(() => studio.close());

  const png = (background = "teal") =>
    sharp({ create: { width: 64, height: 32, channels: 3, background } })
      .png()
      .toBuffer();
  const take = (file: Uint8Array, length = file.length) =>
    uploads.take({ userId, body: new Blob([new Uint8Array(file)]).stream(), length });
  const filesOf = ({ hash, type }: { hash: string; type: string }) => [
    blobKey(hash, type),
    thumbnailKey(hash, "640"),
    thumbnailKey(hash, "320"),
  ];
  const isThere = async (key: string) => (await studio.context.blobStore.open(key)) !== null;
  const allThere = async (upload: { hash: string; type: string }) =>
    (await Promise.all(filesOf(upload).map(isThere))).every(Boolean);

  /** Its files and its row are as old as that. */
  async function age(upload: { hash: string; type: string }, days: number) {
    const then = new Date(Date.now() - days * dayMs);
    for (const key of filesOf(upload)) {
      await utimes(join(studio.directory, "files", key), then, then);
    }
    await studio.context.client.upload.updateMany({ data: { uploadedAt: then } });
  }

  test("is kept with its thumbnails, once for the same bytes, and nothing of it stays behind", async () => {
    const file = await png();
    const [one, again] = [await take(file), await take(file)];

    expect(one).toMatchObject({ type: "image/png", width: 64, height: 32 });
    expect(again).toEqual(one);
    expect(await allThere(one)).toBe(true);
    expect(await studio.context.client.blob.count()).toBe(1);
    expect(await studio.context.client.upload.count()).toBe(1);
    expect(await readdir(join(studio.directory, "partials"))).toEqual([]);
  });

  test.each([
    ["says that it is too large", 100_001, 10],
    ["is too large, whatever it says", 10, 100_001],
  ])("that %s is refused, and nothing of it stays", async (_name, length, bytes) => {
    await expect(take(Buffer.alloc(bytes), length)).rejects.toMatchObject({
      code: "body_too_large",
      field: "file",
    });
    expect(await readdir(join(studio.directory, "partials")).catch(() => [])).toEqual([]);
    expect(await studio.context.client.blob.count()).toBe(0);
  });

  test("that nothing names goes when it is old, row and files", async () => {
    const upload = await take(await png());
    await age(upload, 13);
    expect(await sweepUploads(studio.context)).toBe(0);
    expect(await allThere(upload)).toBe(true);

    await age(upload, 15);
    expect(await sweepUploads(studio.context)).toBe(1);
    expect(await studio.context.client.blob.count()).toBe(0);
    expect(await Promise.all(filesOf(upload).map(isThere))).toEqual([false, false, false]);
  });

  test("that a generation names stays, however old", async () => {
    const upload = await take(await png());
    const { id: generationId } = await studio.submit("a fox");
    const input = { generationId, position: 0, role: "reference", blobHash: upload.hash };
    await studio.context.client.input.create({ data: input });
    await age(upload, 400);

    expect(await sweepUploads(studio.context)).toBe(0);
    expect(await allThere(upload)).toBe(true);
  });

  test("whose files were written anew stays, though its row is old", async () => {
    const file = await png();
    const upload = await take(file);
    await age(upload, 15);
    await studio.context.blobStore.put(blobKey(upload.hash, upload.type), file);

    expect(await sweepUploads(studio.context)).toBe(0);
    expect(await allThere(upload)).toBe(true);
  });
});
