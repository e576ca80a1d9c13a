import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { lineageChildrenMax } from "#lib/contract/library/image-lineage.ts";
import { givenGatewayId as gatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import { getLineage } from "#lib/library/get-lineage.server.ts";
import { watchScans } from "#lib/library/test-scans.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { insertImages } from "#scripts/seed/insert-images.ts";

const file = {
  hash: "0".repeat(64),
  type: "image/png",
  width: 9,
  height: 6,
  bytes: 1,
  thumbhash: "",
} as const;

interface Written {
  id: string;
  images: string[];
}

interface Made {
  count?: number;
  sourceGenerationId?: string;
  /** Images that went into it. */
  inputs?: readonly string[];
}

/** Writes a generation with so many pictures, told in its order. */
async function write({ client }: Database, { count = 1, inputs = [], ...from }: Made) {
  const id = uuidv7();
  const attemptIds = Array.from({ length: count }, () => uuidv7());
  await client.blob.createMany({ data: [file], skipDuplicates: true });
  await client.batch.create({ data: batchRow({ id, userId }), select: { id: true } });
  await client.generation.create({
    data: {
      id,
      userId,
      batchId: id,
      prompt: "a fox",
      parameters: { prompt: "a fox" },
      gatewayId,
      state: "succeeded",
      ...from,
      attempts: {
        create: attemptIds.map((attemptId, index) => ({
          id: attemptId,
          userId,
          gatewayId,
          index,
          state: "succeeded",
        })),
      },
      inputs: {
        create: inputs.map((imageId, position) => ({
          position,
          role: "reference",
          blobHash: file.hash,
          imageId,
        })),
      },
    },
    select: { id: true },
  });
  // The last was stored first: their order is that of the tiles.
  const ids = attemptIds.map(() => uuidv7()).reverse();
  await client.image.createMany({
    data: ids.map((imageId, at) => ({
      id: imageId,
      index: 0,
      userId,
      generationId: id,
      attemptId: attemptIds[at] ?? "",
      blobHash: file.hash,
      delivered: {},
    })),
  });
  return { id, images: ids } satisfies Written;
}

async function lineageOf({ client }: Database, id = "") {
  const { parents, siblings, children } = await getLineage(client, { userId, id });
  const idsOf = (tiles: readonly { id: string }[]) => tiles.map((tile) => tile.id);
  return { parents: idsOf(parents), siblings: idsOf(siblings), children: idsOf(children) };
}

describeOnBothDatabases("the lineage of a picture", (open) => {
  test("is where it came from, what came with it and what became of it", async () => {
    const database = await open();
    const source = await write(database, { count: 3 });
    const [reference = ""] = (await write(database, {})).images;
    const own = await write(database, {
      count: 2,
      sourceGenerationId: source.id,
      inputs: [reference, reference],
    });
    const again = await write(database, { count: 2, sourceGenerationId: own.id });
    const edited = await write(database, { inputs: own.images.slice(0, 1) });

    // It is told by its place in the generation which picture stands for it; ids are of their time.
    const first = (ids: readonly string[]) => ids.toSorted()[0];
    const [image, sibling] = own.images;
    expect(await lineageOf(database, image)).toEqual({
      parents: [first(source.images), reference],
      siblings: own.images,
      children: [first(again.images), ...edited.images],
    });
    // What was made of another picture of the press was not made of this one.
    expect((await lineageOf(database, sibling)).children).toEqual([first(again.images)]);
    expect((await lineageOf(database, edited.images[0])).parents).toEqual([image]);
  });

  test("leaves out what is hidden or in the trash, but for the picture itself", async () => {
    const database = await open();
    const own = await write(database, { count: 3 });
    const child = await write(database, { sourceGenerationId: own.id });
    const [image = "", trashed = "", hidden = ""] = own.images;
    const change = (id: string, data: object) =>
      database.client.image.updateMany({ where: { id }, data });
    await change(trashed, { deletedAt: new Date() });
    await change(hidden, { hiddenAt: new Date() });
    await change(child.images[0] ?? "", { deletedAt: new Date() });
    expect(await lineageOf(database, image)).toEqual({
      parents: [],
      siblings: [image],
      children: [],
    });
    expect((await lineageOf(database, trashed)).siblings).toEqual([image, trashed]);
    const { siblings } = await getLineage(database.client, { userId, id: trashed });
    expect(siblings.map(({ deletedAt }) => deletedAt !== null)).toEqual([false, true]);
  });

  test("of somebody else's is not to be had", async () => {
    const database = await open();
    const { images } = await write(database, {});
    const asked = { userId: uuidv7(), id: images[0] ?? "" };
    await expect(getLineage(database.client, asked)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is read by index in a library of thousands, and ends where it is long", async () => {
    const database = await open();
    await insertImages(database.client, { images: 4_000, files: [file] });
    const own = await write(database, { count: 4 });
    const derived: Written[] = [];
    for (let made = 0; made < lineageChildrenMax + 3; made += 1) {
      derived.push(await write(database, { sourceGenerationId: own.id }));
    }
    await database.client.$executeRaw`ANALYZE`;

    const { answer, wholeTables, rows } = await watchScans(database, (transaction) =>
      getLineage(transaction, { userId, id: own.images[0] ?? "" }),
    );
    expect(answer.siblings).toHaveLength(4);
    expect(answer.children.map(({ id }) => id)).toEqual(
      derived.slice(3).flatMap(({ images }) => images),
    );
    expect(wholeTables).toEqual([]);
    expect(rows).toBeLessThan(400);
  });
});
