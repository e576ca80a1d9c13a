import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { changedImagesMax } from "#lib/contract/library/changed-images-max.ts";
import { imagesChangeSchema } from "#lib/contract/library/images-change.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { changeImages } from "#lib/library/change/change-images.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import { writeImages } from "#lib/library/test-images.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("several pictures at once", (open) => {
  test("are changed and told by one event; those that were so already are left alone", async () => {
    const database = await open();
    const { client } = database;
    const [a = "", b = "", c = ""] = await writeImages(database, 3);
    await changeImages(client, { userId, deed: "favorite", of: { ids: [a] } });
    const [first] = await client.image.findMany({ where: { id: a } });

    const { images } = await changeImages(client, {
      userId,
      deed: "favorite",
      of: { ids: [a, b] },
    });
    expect(images).toMatchObject([{ id: b, isFavorite: true }]);
    const [same] = await client.image.findMany({ where: { id: a } });
    expect(same?.favoritedAt).toEqual(first?.favoritedAt);

    const { images: gone } = await changeImages(client, {
      userId,
      deed: "trash",
      of: { ids: [b, c] },
    });
    expect(gone.map(({ id }) => id)).toEqual([c, b]);
    expect(gone[0]?.deletedAt).not.toBeNull();
    const events = await readEvents(client, { userId, after: 0 });
    expect(events?.at(-1)).toMatchObject({
      type: "images-updated",
      data: { images: [{ id: c }, { id: b }] },
    });

    expect(await listImages(client, { userId })).toMatchObject([{ id: a }]);
    expect(await listImages(client, { userId, list: "trash" })).toMatchObject([
      { id: c },
      { id: b },
    ]);
    await changeImages(client, { userId, deed: "restore", of: { ids: [b, c] } });
    expect(await listImages(client, { userId })).toMatchObject([{ id: c }, { id: b }, { id: a }]);
  });

  test("of a whole list are changed page by page, but for those that are left out", async () => {
    const database = await open();
    const { client } = database;
    const ids = await writeImages(database, changedImagesMax + 5);
    const kept = ids[3] ?? "";
    const deed = "trash";
    const all = { list: "all", except: [kept] } as const;

    const first = await changeImages(client, { userId, deed, of: all });
    expect(first.images).toHaveLength(changedImagesMax);
    expect(first.next).toBe(ids[5]);
    // What came meanwhile is newer than the page, and nobody chose it.
    const [later = ""] = await writeImages(database, 1);
    const rest = await changeImages(client, {
      userId,
      deed,
      of: { ...all, before: first.next ?? "" },
    });
    expect([rest.images.length, rest.next]).toEqual([4, null]);
    expect(await listImages(client, { userId })).toMatchObject([{ id: later }, { id: kept }]);
  });

  test("are the owner's: those of others, and ids of nothing, are passed over", async () => {
    const database = await open();
    const { client } = database;
    const other = await client.user.create({ data: { id: uuidv7(), name: "other" } });
    const [theirs = ""] = await writeImages(database, 1, { owner: other.id });
    const before = await readEvents(client, { userId, after: 0 });

    const of = { ids: [theirs, uuidv7()] };
    expect(await changeImages(client, { userId, deed: "trash", of })).toEqual({
      images: [],
      next: null,
    });
    expect(await listImages(client, { userId: other.id })).toHaveLength(1);
    expect(await readEvents(client, { userId, after: 0 })).toEqual(before);
  });
});

test.each([
  [{ deed: "burn", of: { list: "all" } }, "refusals.deed"],
  [{ deed: "trash", of: { ids: [] } }, "refusals.chosenImages"],
  [{ deed: "trash", of: { ids: ["x"] } }, "refusals.imageIds"],
  [
    { deed: "trash", of: { ids: Array.from({ length: 201 }, () => uuidv7()) } },
    "refusals.chosenImages",
  ],
  [{ deed: "trash", of: { list: "feed" } }, "refusals.list"],
  [{ deed: "trash" }, "refusals.chosenImages"],
])("%j is refused, and the field named", (body, message) => {
  const refused = imagesChangeSchema.safeParse(body);
  expect(JSON.stringify(refused.error?.issues)).toContain(message);
});
