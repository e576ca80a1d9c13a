import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import type { Place } from "#lib/backup/place.server.ts";
import { restore } from "#lib/backup/restore/restore.server.ts";
import {
  migrationsDir,
  newFolder,
  newPlace,
  type OpenedStudio,
  openStudio,
  settled,
} from "#lib/backup/test-place.ts";
import { isDifference } from "#lib/backup/verify/finding.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { createSealer } from "#lib/settings/seal.server.ts";

describe.each([
  { from: "PGlite", to: "PGlite" },
  { from: "PGlite", to: "PostgreSQL" },
  { from: "PostgreSQL", to: "PGlite" },
  { from: "PostgreSQL", to: "PostgreSQL" },
] as const)(
  "a studio that is at work, backed up from $from and restored to $to",
  ({ from, to }) => {
    test("is the same, with nothing to repair, and sends nothing again by itself", async () => {
      const source = await newPlace(from);
      const original = await openStudio(source);
      const made = await work(original);
      const sealed = createSealer({ dataDir: source.dataDir }).seal("rsk_secret", "a key");
      const backupDir = join(await newFolder(), "backup");
      const before = await original.context.client.user.findFirst();
      await backUp({ place: source, backupDir });

      // The original goes on undisturbed, and each of its requests is charged once.
      made.mendDisk();
      original.gateway.release("sent");
      expect(await original.ended(made.sent)).toMatchObject({ state: "succeeded" });
      expect(original.gateway.ledger().charges).toHaveLength(6);
      const done = await getGeneration(original.context.client, { userId, id: made.done });
      await original.close();

      const target = await newPlace(to);
      const report = await restore({ backupDir, place: target, migrationsDir });
      expect(report).toMatchObject({
        attempts: { canceled: 1, unknown: 3 },
        pictures: { restored: 6, faults: [] },
        spool: { restored: 1, faults: [] },
      });
      expect(await differencesOf(target)).toEqual([]);

      const restored = await openStudio(target);
      await restored.start();
      const { client } = restored.context;
      const view = (id: string) => getGeneration(client, { userId, id });
      expect(await settled(restored, made.storing)).toMatchObject({
        state: "succeeded",
        images: [{ index: 0 }],
        attempts: [{ state: "succeeded", charged: "yes" }],
      });
      expect(await view(made.done)).toEqual(done);
      expect(await view(made.sent)).toMatchObject({
        state: "unknown",
        attempts: new Array(3).fill({
          state: "unknown",
          charged: null,
          error: { code: "restored" },
        }),
      });
      expect(await view(made.queued)).toMatchObject({
        state: "canceled",
        attempts: [{ state: "canceled", charged: "no", error: { code: "restored" } }],
      });
      expect(restored.gateway.ledger().charges).toEqual([]);

      // Run again by a person, one is sent, and its place in the queue is a new one.
      const again = await restored.submit("a fox again");
      expect(await settled(restored, again.id)).toMatchObject({ state: "succeeded" });
      expect(restored.gateway.ledger().charges).toHaveLength(1);
      const [queued] = (await view(made.queued)).attempts;
      expect(again.attempts[0]?.position).toBeGreaterThan(queued?.position ?? Infinity);
      expect(createSealer({ dataDir: target.dataDir }).open(sealed, "a key")).toBe("rsk_secret");
      expect(await differencesOf(target)).toEqual([]);

      // A browser that followed the original begins anew.
      for (const offset of [-1, 0, 1, 7]) {
        const after = (before?.eventSequence ?? 0) + offset;
        expect(await readEvents(client, { userId, after })).toBeNull();
      }
    });
  },
);

/** Leaves a studio with two pictures, a third whose files the disk refuses, three requests at the gateway, and one that waits. */
async function work({ context, submit, ended, start }: OpenedStudio) {
  await start();
  const done = (await submit("a fox")).id;
  await ended(done);
  await ended((await submit("a hare")).id);

  const allSent = waitFor(context, "sending", 3);
  const sent = (await submit("an owl [[hold:sent]]", { n: 3 })).id;
  await allSent;

  const { put } = context.blobStore;
  const stored = waitFor(context, "storing", 1);
  context.blobStore.put = async () => {
    throw new AppError("storage_unavailable", "the disk is full");
  };
  const storing = (await submit("a kept fox")).id;
  await stored;

  context.hasRoom = async () => false;
  const queued = (await submit("a badger")).id;
  const mendDisk = () => {
    context.blobStore.put = put;
  };
  return { done, sent, storing, queued, mendDisk };
}

/** Resolves once this many attempts have passed a failpoint. */
function waitFor(context: RunContext, awaited: Failpoint, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let passed = 0;
  context.hitFailpoint = (point) => {
    if (point === awaited) passed += 1;
    if (passed === count) resolve();
  };
  return promise;
}

async function differencesOf(place: Place) {
  const { findings } = await inspect(place, { quick: false });
  return findings.filter(isDifference);
}
