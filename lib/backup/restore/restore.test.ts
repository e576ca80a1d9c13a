import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import { restore } from "#lib/backup/restore/restore.server.ts";
import { runAndKillAt } from "#lib/backup/test-killed-process.ts";
import { migrationsDir, newFolder, newPlace, openStudio, settled } from "#lib/backup/test-place.ts";
import { prepareSample } from "#lib/backup/test-sample.ts";
import { isDifference } from "#lib/backup/verify/finding.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";

/** Of format 1, made at the first migration, and never changed: later versions must go on restoring it. */
const oldBackup = join(import.meta.dirname, "fixtures", "format-1");

const copySample = prepareSample();

describe.each(["PGlite", "PostgreSQL"] as const)("to %s", (kind) => {
  test("a backup made at the first migration comes back, with the tables of today", async () => {
    const place = await newPlace(kind);
    await restore({ backupDir: oldBackup, place, migrationsDir });
    const { findings } = await inspect(place, { quick: false });
    expect(findings.filter(isDifference)).toEqual([]);

    const studio = await openStudio(place);
    await studio.start();
    const view = (number: number) =>
      getGeneration(studio.context.client, {
        userId,
        id: `01980000-0000-7000-8000-00000000000${number}`,
      });
    expect(await view(1)).toMatchObject({
      state: "succeeded",
      prompt: "A teal square",
      createdAt: "2026-11-22T14:30:00.000Z",
      attempts: [{ charged: "yes", actualCostMicros: 40_000 }],
      images: [{ width: 16 }],
    });
    expect(await view(2)).toMatchObject({ state: "unknown" });
    expect(await view(3)).toMatchObject({ state: "canceled" });
    expect(await settled(studio, "01980000-0000-7000-8000-000000000004")).toMatchObject({
      state: "succeeded",
    });
    expect(studio.gateway.ledger().charges).toEqual([]);
  });

  test("a row may refer to one with a higher id, and references are checked afterwards as before", async () => {
    const place = await newPlace(kind);
    const studio = await openStudio(place);
    const [low, high] = [
      "01980000-0000-7000-8000-000000000001",
      "01990000-0000-7000-8000-000000000001",
    ];
    // So long that the other row is not in the same statement.
    const long = "a fox ".repeat(200_000);
    const batchId = "01980000-0000-7000-8000-000000000009";
    const row = {
      userId,
      batchId,
      prompt: "",
      parameters: { prompt: "x" },
      gatewayId: givenGatewayId,
    };
    const ended = { ...row, state: "succeeded", endedAt: new Date() };
    const { client } = studio.context;
    await client.batch.create({ data: batchRow({ id: batchId, userId }) });
    await client.generation.create({ data: { ...ended, id: high } });
    await client.generation.create({
      data: { ...ended, id: low, sourceGenerationId: high, prompt: long },
    });
    const backupDir = join(await newFolder(), "backup");
    await backUp({ place, backupDir });

    const target = await newPlace(kind);
    await restore({ backupDir, place: target, migrationsDir });
    const restored = await openStudio(target);
    const found = await restored.context.client.generation.findUnique({ where: { id: low } });
    expect(found?.sourceGenerationId).toBe(high);
    // And the rule holds again as the migrations made it.
    const orphan = { ...ended, id: "01990000-0000-7000-8000-000000000002" };
    const breaking = restored.context.client.generation.create({
      data: { ...orphan, sourceGenerationId: orphan.id.replace("2", "9") },
    });
    await expect(breaking).rejects.toThrow();
  });

  // The steps before the rows are the same for both.
  test.each(kind === "PGlite" ? ["file", "loaded"] : ["files", "rows", "loaded"])(
    "killed at its step %s, it is told from a finished one",
    async (step) => {
      const place = await newPlace(kind);
      const { backupDir } = await copySample();
      const options = { backupDir, place, migrationsDir };
      expect(
        await runAndKillAt(step, { file: "restore/restore.server.ts", name: "restore", options }),
      ).toBe("SIGKILL");

      await expect(openStudio(place)).rejects.toThrow(/A restore was begun here .* did not finish/);
      await expect(restore(options)).rejects.toThrow(/Remove the folder .* again/);
      const clean = { ...(await newPlace(kind)), dataDir: place.dataDir };
      await rm(place.dataDir, { recursive: true });
      await restore({ ...options, place: clean });
      expect(await (await openStudio(clean)).context.client.image.count()).toBe(2);
    },
  );
});
