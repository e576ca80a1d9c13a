import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { changeImage, deleteImage } from "#lib/images/change-image.server.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import { listFacets } from "#lib/library/find/list-facets.server.ts";
import { asked, find, writeImage } from "#lib/library/find/test-library.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a search of the gallery", (open) => {
  test("looks at the revised prompt too, as it is now, and not at the model's name", async () => {
    const database = await open();
    const { id } = await writeImage(database, {
      revisedPrompt: "a vixen",
      model: "black-forest-labs/flux",
    });
    expect(await find(database, "vixen")).toEqual(["a fox"]);
    expect(await find(database, "forest")).toEqual([]);
    await database.client.image.update({
      where: { id },
      data: { revisedPrompt: "a badger" },
      select: { id: true },
    });
    expect(await find(database, "vixen")).toEqual([]);
    expect(await find(database, "badger")).toEqual(["a fox"]);
  });

  test("has facets, any of one and each of several, which no word is taken for", async () => {
    const database = await open();
    const model = "openai/GPT-image-1";
    await writeImage(database, { prompt: "wide", width: 96, height: 64, model, seed: 7 });
    await writeImage(database, { prompt: "tall", width: 64, height: 96, isEdit: true });
    await writeImage(database, {
      prompt: "long",
      width: 128,
      height: 64,
      gatewayId: localGatewayId,
    });
    await writeImage(database, { prompt: "model openai GPT shape square", width: 64, height: 62 });

    expect(await find(database, "shape:landscape")).toEqual(["wide"]);
    expect(await find(database, "shape:portrait shape:panorama")).toEqual(["long", "tall"]);
    expect(await find(database, "-shape:square -verb:edit")).toEqual(["long", "wide"]);
    expect(await find(database, "model:openai/gpt-image-1")).toEqual(["wide"]);
    expect(await find(database, "model:gpt-image-1 seed:7 size:96x64 wide")).toEqual(["wide"]);
    expect(await find(database, "model:gpt-image-1 shape:portrait")).toEqual([]);
    expect(await find(database, "verb:edit")).toEqual(["tall"]);
    expect(await find(database, "gateway:painter")).toEqual(["long"]);
    expect(await find(database, `gateway:${localGatewayId}`)).toEqual(["long"]);
    expect(await find(database, "gateway:nobody")).toEqual([]);
    expect(await find(database, `model:"it's \\ odd"`)).toEqual([]);
  });

  test("has the days of the asker's time zone", async () => {
    const database = await open();
    for (const at of ["2024-12-31T23:30:00Z", "2025-06-01T00:00:00Z", "2026-01-01T00:30:00Z"]) {
      await writeImage(database, { prompt: at, at: new Date(at) });
    }
    expect(await find(database, "after:2025 before:2026")).toEqual(["2025-06-01T00:00:00Z"]);
    expect(await find(database, "before:2025", "Europe/Berlin")).toEqual([]);
    expect(await find(database, "-before:2025-06", "Europe/Berlin")).toHaveLength(2);
    expect(await find(database, "after:2026", "America/New_York")).toEqual([]);
  });

  test("finds by the id of a picture and of a generation, and by a file's hash", async () => {
    const database = await open();
    const { id, generationId, hash } = await writeImage(database, { prompt: "this" });
    await writeImage(database, { prompt: "another" });
    for (const line of [
      id,
      generationId,
      hash.toUpperCase(),
      `${id} this`,
      `-${id} this another`,
    ]) {
      expect(await find(database, line)).toEqual(line.startsWith("-") ? [] : ["this"]);
    }
    expect(await find(database, `-${id}`)).toEqual(["another"]);
    expect(await find(database, uuidv7())).toEqual([]);
  });

  test("leaves out the trash, what is hidden unless it is asked for, and somebody else's", async () => {
    const database = await open();
    const { client } = database;
    const owner = uuidv7();
    await client.user.create({ data: { id: owner, name: "somebody" }, select: { id: true } });
    await writeImage(database, { owner });
    const [hidden, trashed, both, favorite] = [
      await writeImage(database, { prompt: "fox, hidden" }),
      await writeImage(database, { prompt: "fox, trashed" }),
      await writeImage(database, { prompt: "fox, both" }),
      await writeImage(database, { prompt: "fox, favourite" }),
    ];
    await writeImage(database, { prompt: "fox, shown" });
    for (const { id } of [hidden, both])
      await changeImage(client, { userId, id }, { isHidden: true });
    for (const { id } of [trashed, both]) await deleteImage(client, { userId, id });
    await changeImage(client, { userId, id: favorite.id }, { isFavorite: true });

    expect(await find(database, "fox")).toEqual(["fox, shown", "fox, favourite"]);
    expect(await find(database, "fox is:hidden")).toEqual(["fox, hidden"]);
    expect(await find(database, "is:favourite")).toEqual(["fox, favourite"]);
    expect(await find(database, "fox -is:favourite -is:hidden")).toEqual(["fox, shown"]);
    const favorites = await findImages(client, { ...asked("fox"), onlyFavorites: true });
    expect(favorites.map(({ prompt }) => prompt)).toEqual(["fox, favourite"]);
  });

  test("comes in pages, each picture once, whatever the page's length", async () => {
    const database = await open();
    const ids: string[] = [];
    for (let each = 0; each < 9; each += 1) {
      const { id } = await writeImage(database, { prompt: each % 2 ? "fox" : "badger" });
      if (each % 2) ids.unshift(id);
    }
    const seen: string[] = [];
    for (let before: string | undefined; ; before = seen.at(-1)) {
      const page = await findImages(database.client, { ...asked("fox"), before, limit: 3 });
      seen.push(...page.map(({ id }) => id));
      if (page.length < 3) break;
    }
    expect(seen).toEqual(ids);
  });

  test("tells what it could be narrowed to, with counts", async () => {
    const database = await open();
    await writeImage(database, { model: "a/model", width: 96 });
    await writeImage(database, { model: "a/model" });
    await writeImage(database, { gatewayId: localGatewayId });
    await writeImage(database, { prompt: "badger" });
    expect(await listFacets(database.client, asked("fox"))).toEqual({
      count: 3,
      isCapped: false,
      model: [{ value: "a/model", count: 2 }],
      gateway: [
        { value: "MeshAPI", count: 2 },
        { value: "Painter", count: 1 },
      ],
      shape: [
        { value: "square", count: 2 },
        { value: "landscape", count: 1 },
      ],
      size: [
        { value: "64x64", count: 2 },
        { value: "96x64", count: 1 },
      ],
    });
  });
});
