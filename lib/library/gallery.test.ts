import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { tilePromptMax } from "#lib/contract/library/image-tile.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { changeImage, deleteImage, restoreImage } from "#lib/images/change-image.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import { writeImages } from "#lib/library/test-images.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("the gallery", (open) => {
  test("comes in pages, newest first, each picture once", async () => {
    const database = await open();
    const ids = await writeImages(database, 25);
    const seen: string[] = [];
    for (let before: string | undefined; ; before = seen.at(-1)) {
      const page = await listImages(database.client, { userId, before, limit: 10 });
      seen.push(...page.map((image) => image.id));
      if (page.length < 10) break;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  test("is light, however long its prompts are: a list tells their start, and no character in parts", async () => {
    const { client } = await open();
    const family = "👨‍👩‍👧‍👦";
    const prompt = `a fox ${family.repeat(2_900)}`;
    const [id = ""] = await writeImages(await open(), 1, { prompt });
    const [image] = await listImages(client, { userId });

    expect(image?.prompt).toBe(`a fox ${family.repeat(tilePromptMax - "a fox ".length)}`);
    expect(image).not.toHaveProperty("delivered");
    expect((await getImage(client, { userId, id })).image.prompt).toBe(prompt);
  });

  test("leaves out what is hidden or in the trash, and gives it back", async () => {
    const { client } = await open();
    const [a = "", b = "", c = ""] = await writeImages(await open(), 3);
    await deleteImage(client, { userId, id: a });
    await changeImage(client, { userId, id: b }, { isHidden: true });
    const visible = await listImages(client, { userId });
    await restoreImage(client, { userId, id: a });
    await changeImage(client, { userId, id: b }, { isHidden: false });

    expect(visible.map((image) => image.id)).toEqual([c]);
    expect(await listImages(client, { userId })).toHaveLength(3);
  });

  test("shows favourites alone when asked, and tells other tabs of each change", async () => {
    const { client } = await open();
    const [, b = ""] = await writeImages(await open(), 3);
    const changed = await changeImage(client, { userId, id: b }, { isFavorite: true });

    expect(changed.isFavorite).toBe(true);
    expect(await listImages(client, { userId, list: "favorites" })).toMatchObject([{ id: b }]);
    expect(await readEvents(client, { userId, after: 0 })).toMatchObject([
      { type: "image-updated", data: { image: { id: b, isFavorite: true } } },
    ]);
  });

  test("tells of a picture how it was made, and its neighbours, those in the trash left out", async () => {
    const { client } = await open();
    const [a = "", b = "", c = "", d = ""] = await writeImages(await open(), 4);
    await deleteImage(client, { userId, id: c });

    expect(await getImage(client, { userId, id: b })).toMatchObject({
      image: { id: b, prompt: "a fox" },
      parameters: { prompt: "a fox", size: "64x64" },
      olderId: a,
      newerId: d,
    });
  });

  test("has nothing of somebody else's: not in a list, not by its id, not to change", async () => {
    const database = await open();
    const { client } = database;
    const owner = uuidv7();
    await client.user.create({ data: { id: owner, name: "somebody" }, select: { id: true } });
    const [theirs = ""] = await writeImages(database, 1, { owner });
    const target = { userId, id: theirs };

    expect(await listImages(client, { userId })).toEqual([]);
    await expect(getImage(client, target)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteImage(client, target)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeImage(client, target, { isFavorite: true })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
