import { fsyncSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, onTestFinished, test } from "vitest";
import { copyPGliteTemplate, openNewPGlite } from "#lib/platform/database/test-database.ts";
import { makeNoFolder, noFolders } from "#lib/platform/files/test-no-folder.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { DurableNodeFS, durableStartParams } from "./durable-node-fs.server.ts";

test("every commit reaches the disk before it is acknowledged", async () => {
  let fsyncs = 0;
  const dataDir = await makeFolder();
  // Of a database that is there, and with PGlite compiled as the studio has it: quickly.
  await copyPGliteTemplate(dataDir);
  await (await openDatabase({ dataDir })).close();
  const pglite = await PGlite.create({
    fs: new DurableNodeFS(join(dataDir, "database"), (descriptor) => {
      fsyncs++;
      fsyncSync(descriptor);
    }),
    startParams: durableStartParams(PGlite.defaultStartParams),
  });
  onTestFinished(() => pglite.close());
  await pglite.exec("CREATE TABLE note (text text)");

  for (let commit = 0; commit < 20; commit++) {
    const before = fsyncs;
    await pglite.exec("INSERT INTO note VALUES ('kept')");
    expect(fsyncs).toBeGreaterThan(before);
  }
});

test("the embedded database is opened with fsync, and in UTC", async () => {
  const { database, dispose } = await openNewPGlite();
  onTestFinished(dispose);
  const settings = await database.client.$queryRaw`
    SELECT name, setting FROM pg_settings
    WHERE name IN ('fsync', 'shared_buffers', 'wal_sync_method', 'synchronous_commit', 'TimeZone') ORDER BY name COLLATE "C"`;
  expect(settings).toEqual([
    { name: "TimeZone", setting: "UTC" },
    { name: "fsync", setting: "on" },
    { name: "shared_buffers", setting: "2048" },
    { name: "synchronous_commit", setting: "on" },
    { name: "wal_sync_method", setting: "fsync" },
  ]);
});

test("new databases are copied from the one that the build made", async () => {
  const identifierOf = async () => {
    const database = await openDatabase({ dataDir: await makeFolder() });
    const rows = await database.client.$queryRaw`SELECT system_identifier FROM pg_control_system()`;
    await database.close();
    return rows;
  };
  expect(await identifierOf()).toEqual(await identifierOf());
});

test("a new database survives a power cut as a whole, what PostgreSQL has never written to as well", async () => {
  const dataDir = await makeFolder();
  const disk = createTestDisk(dataDir);
  await (await openDatabase({ dataDir })).close();

  const synced = new Set(disk.journal().map((line) => line.replace(/^sync /, "")));
  const paths = await readdir(join(dataDir, "database"), { recursive: true });
  expect(paths.length).toBeGreaterThan(500);
  for (const path of ["base/1/PG_VERSION", "base/1", "global", ".."]) {
    expect(synced).toContain(join("database", path));
  }
});

test("what was written is there when it is opened again", async () => {
  const dataDir = await makeFolder();
  const first = await openDatabase({ dataDir });
  await first.client.user.updateMany({ data: { name: "Ada" } });
  await expect(openDatabase({ dataDir })).rejects.toThrow(`process ${process.pid} on`);
  await Promise.all([first.close(), first.close()]);

  const second = await openDatabase({ dataDir });
  onTestFinished(() => second.close());
  expect(second.description).toBe(`embedded PGlite in ${dataDir}/database`);
  expect(await second.client.user.findMany({ select: { name: true } })).toEqual([{ name: "Ada" }]);
});

test("while its folder is held no query runs", async () => {
  const { database, dispose } = await openNewPGlite();
  onTestFinished(dispose);
  const order: string[] = [];
  const querying = Promise.withResolvers<void>();
  await database.folder?.hold(async () => {
    const query = database.client.user.count();
    querying.resolve(query.then(() => void order.push("queried")));
    // Far longer than a query takes.
    for (let read = 0; read < 200; read += 1) await readFile("package.json");
    order.push("held");
  });
  await querying.promise;
  expect(order).toEqual(["held", "queried"]);
});

test("what listened may stop after the database was closed", async () => {
  const { database, dispose } = await openNewPGlite();
  const stop = await database.listen("atelier_test", () => {});
  await dispose();
  await stop();
});

test.each(noFolders)(
  "a data folder that is %s is named, with what to do",
  async (_, make, words) => {
    const dataDir = await makeNoFolder(make);

    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      code: "storage_unavailable",
      message: expect.stringContaining(`${dataDir}${words}`),
    });
  },
);

test("a file in the place of the database is named, with what to do, and so is a link to nowhere", async () => {
  const dataDir = await makeFolder();
  const path = join(dataDir, "database");
  const opening = () => openDatabase({ dataDir });
  await writeFile(path, "");
  await expect(opening()).rejects.toMatchObject({
    code: "storage_unavailable",
    message: `${path} is a file, and the folder of the embedded database belongs there. Move it elsewhere (\`mv ${path} ${path}.old\`), and start again.`,
  });

  await rm(path);
  await symlink("/nowhere/at all", path);
  await expect(opening()).rejects.toMatchObject({
    code: "storage_unavailable",
    message: `${path} leads to /nowhere/at all, which is not there. Mount its disk, or make the link lead to the embedded database again, and start again.`,
  });
});

test("the folder of another PostgreSQL is left alone, and free again", async () => {
  const dataDir = await makeFolder();
  await mkdir(join(dataDir, "database"));
  await writeFile(join(dataDir, "database", "PG_VERSION"), "17\n");
  const opening = () => openDatabase({ dataDir });
  await expect(opening()).rejects.toThrow(
    /was made by PostgreSQL 17.* run backup -- DIR.*run restore -- DIR/,
  );
  await expect(opening()).rejects.toThrow("was made by PostgreSQL 17");
});

test("transactions that gave up waiting for their turn do not block the next", async () => {
  const { database, dispose } = await openNewPGlite();
  onTestFinished(dispose);
  const { client } = database;
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const holder = client.$transaction(async () => {
    begun.resolve();
    await finish.promise;
  });
  await begun.promise;

  const impatient = Array.from({ length: 20 }, () =>
    client.$transaction((transaction) => transaction.user.count(), { maxWait: 20 }),
  );
  const outcomes = await Promise.allSettled(impatient);
  expect(outcomes.map(({ status }) => status)).not.toContain("fulfilled");

  finish.resolve();
  await holder;
  expect(await client.$transaction((transaction) => transaction.user.count())).toBe(1);
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
