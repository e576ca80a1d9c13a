import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { checkHealth, type HealthContext } from "#lib/health/check-health.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";
import { freeSpace } from "#lib/storage/disk/free-space.server.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("the health of a studio", (open) => {
  let studio: TestStudio;
  let database: Database;
  afterEach(() => studio.close());

  async function build(): Promise<HealthContext> {
    database = await open();
    studio = await createTestStudio(database);
    const free = [
      { id: givenGatewayId, keyId: "1" },
      { id: localGatewayId, keyId: null },
    ];
    return {
      client: database.client,
      userId,
      runner: { status: () => ({ lookedAt: new Date(), free }) },
      blobStore: studio.context.blobStore,
      folders: { spool: join(studio.directory, "spool") },
      freeSpace: () => freeSpace([studio.directory]),
      freeMbMin: 0,
      answerMs: 300_000,
      version: "1.2.3",
    };
  }
  const codesOf = async (context: HealthContext) => {
    const { status, problems } = await checkHealth(context);
    return [status, ...problems.map(({ code }) => code)];
  };

  test("is ok at rest, and after a picture, with figures", async () => {
    const context = await build();
    expect(await checkHealth(context)).toMatchObject({
      status: "ok",
      problems: [],
      version: "1.2.3",
      checks: { queue: { dueSince: null, abandoned: 0, storing: 0 }, pauses: { pauses: [] } },
    });

    await studio.start();
    await studio.ended((await studio.submit("a fox")).id);
    expect(await codesOf(context)).toEqual(["ok"]);
  });

  test("tells of an attempt that nobody claims, but not of one whose engine has no slot free", async () => {
    const context = await build();
    await studio.submit("a fox");
    await database.client
      .$executeRaw`UPDATE "Attempt" SET "createdAt" = now() - interval '61 seconds'`;

    expect(await codesOf(context)).toEqual(["degraded", "queue_stuck"]);

    const busy = { status: () => ({ lookedAt: new Date(), free: [] }) };
    expect(await codesOf({ ...context, runner: busy })).toEqual(["ok"]);
  });

  test("tells of no attempt that waits for its time, or behind a pause, but of the pause", async () => {
    const context = await build();
    await studio.submit("a fox");
    const waits = { createdAt: new Date(0), notBefore: new Date(Date.now() + 60_000) };
    await database.client.attempt.updateMany({ data: waits });
    expect(await codesOf(context)).toEqual(["ok"]);

    await database.client.attempt.updateMany({ data: { notBefore: null } });
    const gatewayId = givenGatewayId;
    const why = { code: "unauthorized", reason: because("said", { said: "No such key." }) };
    const pause = { userId, gatewayId, subject: "key:1", ...why };
    await database.client.pause.create({ data: pause });
    expect(await codesOf(context)).toEqual(["degraded", "unauthorized"]);

    const isOver = { code: "rate_limited", until: new Date(Date.now() - 1_000) };
    await database.client.pause.updateMany({ data: isOver });
    expect(await codesOf(context)).toEqual(["ok"]);
  });

  test("tells of attempts that nobody takes over, and of pictures that wait for their place", async () => {
    const context = await build();
    await studio.submit("a fox", { n: 2 });
    await database.client.$executeRaw`
      UPDATE "Attempt" SET state = 'storing', "receivedAt" = now() - interval '61 seconds',
        "leaseUntil" = now() - interval '61 seconds'`;

    expect(await codesOf(context)).toEqual(["degraded", "attempts_abandoned", "pictures_waiting"]);

    await database.client.attempt.updateMany({ data: { errorCode: "storage_unavailable" } });
    expect(await codesOf(context)).toEqual(["degraded", "pictures_waiting"]);

    await database.client.attempt.updateMany({ data: { state: "receiving", leaseUntil: null } });
    expect(await codesOf(context)).toEqual(["degraded", "pictures_in_memory"]);
  });

  test("asks the store itself, wherever it is, whether it can be written to", async () => {
    const context = await build();
    const elsewhere = join(studio.directory, "elsewhere");
    const blobStore = createDiskBlobStore({ directory: elsewhere });
    const { checks } = await checkHealth({ ...context, blobStore });
    expect(checks["folders"]).toEqual({ files: "writable", spool: "writable" });
    expect(await readdir(studio.directory)).not.toContain("files");

    await rm(elsewhere, { recursive: true });
    await writeFile(elsewhere, "no folder");
    const { problems, ...failing } = await checkHealth({ ...context, blobStore });
    expect(failing).toMatchObject({
      status: "failing",
      checks: { folders: { files: "unwritable" } },
    });
    expect(problems).toMatchObject([
      { code: "folder_unwritable", message: expect.stringContaining(elsewhere) },
    ]);
  });

  test("tells of too little room as the runner sees it, and nothing where that is not known", async () => {
    const context = { ...(await build()), freeMbMin: 2 };
    expect(await codesOf({ ...context, freeSpace: async () => 1 })).toEqual([
      "degraded",
      "disk_full",
    ]);
    const freeSpace = () => Promise.reject(new Error("EIO"));
    expect(await codesOf({ ...context, freeSpace })).toEqual(["ok"]);
  });

  test("is failing when the runner looks no more", async () => {
    const context = await build();
    const runner = { status: () => ({ lookedAt: new Date(0), free: [] }) };

    expect(await codesOf({ ...context, runner })).toEqual(["failing", "runner_silent"]);
  });

  test("the runner looks at the queue by itself, again and again", async () => {
    const context = await build();
    const runner = await studio.start();

    expect(await codesOf({ ...context, runner })).toEqual(["ok"]);
    expect(runner.status().free.map(({ id }) => id)).toEqual([givenGatewayId]);
  });
});
