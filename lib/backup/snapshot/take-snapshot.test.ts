import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeSnapshot } from "#lib/backup/snapshot/take-snapshot.server.ts";
import { newPlace, openStudio } from "#lib/backup/test-place.ts";
import { connectPostgres } from "#lib/platform/database/postgres/connect-postgres.server.ts";

const words = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };

test("with PostgreSQL it waits for transactions that change attempts, and shows the spool as they left it", async () => {
  const place = await newPlace("PostgreSQL");
  const { submit, context } = await openStudio(place);
  const { attempts } = await submit("a fox");
  const id = attempts[0]?.id ?? "";
  const url = place.databaseUrl ?? "";
  const writer = await connectPostgres(url, { name: "writer" });
  await writer.execute(`BEGIN; UPDATE "Attempt" SET state = 'storing'`);

  const taking = takeSnapshot(place);
  const watcher = await connectPostgres(url, { name: "watcher" });
  const isWaiting = async () =>
    (await watcher.query("SELECT 1 FROM pg_locks WHERE NOT granted")).rows.length > 0;
  await expect.poll(isWaiting).toBe(true);
  await context.spool.write(id, 0, { meta: words, bytes: new Uint8Array([7]) });
  await writer.execute("COMMIT");

  const snapshot = await taking;
  // What happens afterwards is of another moment.
  await writer.execute(`UPDATE "Attempt" SET state = 'succeeded'`);
  await context.spool.remove(id, [0]);
  const { rows } = await snapshot.connection.query(`SELECT state FROM "Attempt"`);
  expect(rows).toEqual([{ state: "storing" }]);
  expect((await readFile(join(snapshot.spoolDir, id, "0"))).at(-1)).toBe(7);
  await snapshot.close();
  expect(await readdir(join(place.dataDir, "snapshots"))).toEqual([]);
  await Promise.all([writer.close(), watcher.close()]);
});
