import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const blob = {
  hash: "a".repeat(64),
  type: "image/png",
  width: 64,
  height: 64,
  bytes: 1,
  thumbhash: "",
};

describeOnBothDatabases("a blob", (open) => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await createTestStudio(await open());
  });
  afterEach(() => studio.close());
  const client = () => studio.context.client;

  test("is one row for all images that have its bytes, and stays for as long as one of them is there", async () => {
    await studio.start();
    const { id } = await studio.submit("a fox [[extra:1]] [[same]]");
    await studio.ended(id);
    const images = await client().image.findMany({ select: { id: true, blobHash: true } });
    const [{ hash } = blob, ...others] = await client().blob.findMany();
    const remove = () => client().blob.delete({ where: { hash } });

    expect(images.map(({ blobHash }) => blobHash)).toEqual([hash, hash]);
    expect(others).toEqual([]);
    for (const image of images) {
      await expect(remove()).rejects.toThrow(/Image_blobHash_fkey/);
      await client().image.delete({ where: { id: image.id } });
    }
    await expect(remove()).resolves.toMatchObject({ hash });
  });

  test("stays for as long as it is an input, though the image that it was is gone", async () => {
    await studio.start();
    const { id: generationId } = await studio.submit("a fox");
    const { images } = await studio.ended(generationId);
    const [{ hash } = blob] = await client().blob.findMany();
    const imageId = images[0]?.id ?? "";
    const input = { generationId, position: 0, role: "source", blobHash: hash, imageId };
    await client().input.create({ data: input });
    await client().image.delete({ where: { id: imageId } });
    const remove = () => client().blob.delete({ where: { hash } });

    await expect(remove()).rejects.toThrow(/Input_blobHash_fkey/);
    expect(await client().input.findMany()).toEqual([{ ...input, imageId: null }]);
    await client().input.deleteMany();
    await expect(remove()).resolves.toMatchObject({ hash });
  });

  test.each([
    { hash: "A".repeat(64) },
    { hash: "a".repeat(63) },
    { type: "text/html" },
    { type: "image/" },
    { width: 0 },
    { height: -1 },
    { bytes: 0 },
  ])("is refused by the database with %j", async (wrong) => {
    await expect(client().blob.create({ data: { ...blob, ...wrong } })).rejects.toThrow(/check/);
    expect(await client().blob.create({ data: blob })).toEqual(blob);
  });
});
