import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { deleteBatch, restoreBatch } from "#lib/generation/batch/delete-batch.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { deleteImage } from "#lib/images/change-image.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a press in the trash", (open) => {
  let studio: TestStudio;
  /** One with three pictures. */
  const build = async () => {
    studio = await createTestStudio(await open());
    await studio.start();
    return studio.ended((await studio.submit("a fox", { n: 3 })).id);
  };
  const client = () => studio.context.client;
  const visible = async () => (await listImages(client(), { userId })).map(({ id }) => id).sort();
  afterEach(() => studio.close());

  test("comes back with the pictures that went there with it, and without those that were deleted earlier", async () => {
    const { id, batchId, images } = await build();
    const [earlier, ...together] = images.map((image) => image.id);
    await deleteImage(client(), { userId, id: earlier ?? "" });
    await deleteBatch(client(), { userId, id: batchId });
    const gone = await visible();
    await restoreBatch(client(), { userId, id: batchId });

    expect(gone).toEqual([]);
    expect(await visible()).toEqual(together.sort());
    const { images: restored } = await getGeneration(client(), { userId, id });
    const inTrash = restored.filter(({ deletedAt }) => deletedAt !== null);
    expect([restored.length, inTrash.map((image) => image.id)]).toEqual([3, [earlier]]);
  });

  test("keeps apart what each of two deletions took, and a second Restore revives nothing", async () => {
    const { batchId, images } = await build();
    const [first, second, third = ""] = images.map((image) => image.id);
    await deleteImage(client(), { userId, id: first ?? "" });
    await deleteBatch(client(), { userId, id: batchId });
    await restoreBatch(client(), { userId, id: batchId });
    await deleteImage(client(), { userId, id: second ?? "" });
    await deleteBatch(client(), { userId, id: batchId });
    await restoreBatch(client(), { userId, id: batchId });
    await restoreBatch(client(), { userId, id: batchId });

    expect(await visible()).toEqual([third]);
  });

  test("is no longer there to be deleted, so that a second Delete changes nothing of what Restore brings back", async () => {
    const { batchId } = await build();
    await deleteBatch(client(), { userId, id: batchId });
    await expect(deleteBatch(client(), { userId, id: batchId })).rejects.toMatchObject({
      code: "not_found",
    });
    await restoreBatch(client(), { userId, id: batchId });

    expect(await visible()).toHaveLength(3);
  });
});
