import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkClock } from "#lib/health/check-clock.ts";
import { checkDatabase } from "#lib/health/check-database.server.ts";
import { checkFolders } from "#lib/health/check-folders.server.ts";
import { checkPauses } from "#lib/health/check-pauses.ts";
import { checkQueue } from "#lib/health/check-queue.ts";
import { checkRunner } from "#lib/health/check-runner.ts";
import { checkSpace } from "#lib/health/check-space.ts";
import { tryFolder } from "#lib/health/try-folder.server.ts";
import { because } from "#messages/reason.ts";

const now = new Date("2026-11-22T12:00:00Z");
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

describe("the database", () => {
  test("that fails makes the studio failing, and the reason is not told to strangers", async () => {
    const found = await checkDatabase(async () => {
      throw new Error("password authentication failed for user bob");
    });

    expect(found.failing).toMatchObject([{ code: "database_unreachable" }]);
    expect(JSON.stringify(found)).not.toContain("bob");
  });

  test("that never answers is not waited for", async () => {
    const found = await checkDatabase(() => new Promise(() => {}));

    expect(found.failing).toMatchObject([{ code: "database_unreachable" }]);
    expect(found.answer).toBeNull();
  });
});

describe("the folders", () => {
  test("are made and written to, and nothing is left in them", async () => {
    const directory = await mkdtemp(join(tmpdir(), "atelier-health-"));
    onTestFinished(() => rm(directory, { recursive: true }));

    const spool = join(directory, "spool");
    expect(
      await checkFolders({ data: () => tryFolder(directory), spool: () => tryFolder(spool) }),
    ).toEqual({
      facts: { data: "writable", spool: "writable" },
      degraded: [],
      failing: [],
    });
    expect(await readdir(directory)).toEqual(["spool"]);
    expect(await readdir(spool)).toEqual([]);
  });

  test("where one cannot be written to make the studio failing, with the reason", async () => {
    const directory = await mkdtemp(join(tmpdir(), "atelier-health-"));
    onTestFinished(() => rm(directory, { recursive: true }));
    const spool = join(directory, "spool");
    await writeFile(spool, "a file");

    const found = await checkFolders({
      data: () => tryFolder(directory),
      spool: () => tryFolder(spool),
    });

    expect(found.failing).toMatchObject([{ code: "folder_unwritable" }]);
    expect(found.facts).toEqual({ data: "writable", spool: "unwritable" });
  });
});

describe("the disk", () => {
  const mb = 1024 * 1024;

  test("with as much room as the settings want is well", () => {
    expect(checkSpace({ freeBytes: 500 * mb, freeMbMin: 500 })).toMatchObject({
      facts: { freeMb: 500, freeMbMin: 500 },
      degraded: [],
    });
  });

  test("with less is to be looked at, unless nobody minds", () => {
    const [problem] = checkSpace({ freeBytes: 500 * mb - 1, freeMbMin: 500 }).degraded;
    expect(problem).toMatchObject({ code: "disk_full" });
    expect(problem?.message).toContain("499 MB");
    expect(checkSpace({ freeBytes: 0, freeMbMin: 0 }).degraded).toEqual([]);
  });
});

describe("the clocks", () => {
  test.each([5, -5])("may be %d s apart", (seconds) => {
    expect(checkClock({ ours: now, databases: secondsAgo(seconds) }).degraded).toEqual([]);
  });

  test.each([
    [6, "6 seconds behind"],
    [-6, "6 seconds ahead"],
  ])("%d s apart are to be looked at", (seconds, words) => {
    const [problem] = checkClock({ ours: now, databases: secondsAgo(seconds) }).degraded;
    expect(problem).toMatchObject({ code: "clocks_differ" });
    expect(problem?.message).toContain(words);
  });
});

describe("the runner", () => {
  test("that looked just now is well", () => {
    expect(checkRunner({ lookedAt: secondsAgo(10), now }).failing).toEqual([]);
  });

  test("that did not look for more than 10 s makes the studio failing", () => {
    const { failing } = checkRunner({ lookedAt: secondsAgo(11), now });
    expect(failing).toMatchObject([{ code: "runner_silent" }]);
  });
});

describe("the queue", () => {
  const calm = {
    now,
    dueSince: null,
    abandoned: 0,
    storing: 0,
    storingSince: null,
    elsewhere: 0,
    inMemory: 0,
  };

  test("in which things take their minute is well", () => {
    const busy = { dueSince: secondsAgo(59), storing: 2, storingSince: secondsAgo(59) };
    expect(checkQueue({ ...calm, ...busy }).degraded).toEqual([]);
  });

  test.each([
    ["queue_stuck", { dueSince: secondsAgo(61) }],
    ["attempts_abandoned", { abandoned: 1 }],
    ["pictures_elsewhere", { elsewhere: 1 }],
    ["pictures_in_memory", { inMemory: 1 }],
    ["pictures_waiting", { storing: 1, storingSince: secondsAgo(61) }],
  ])("%s is to be looked at", (code, figures) => {
    expect(checkQueue({ ...calm, ...figures }).degraded).toMatchObject([{ code }]);
  });
});

describe("a pause", () => {
  const message = "The gateway rejects the key.";
  const reason = because("said", { said: message });

  test.each(["unauthorized", "payment_required"] as const)(
    "that waits for a person (%s) is to be looked at, in its own words",
    (code) => {
      const { degraded } = checkPauses([{ gatewayId: null, code, reason, until: null }]);
      expect(degraded).toMatchObject([{ code, message }]);
      expect(degraded[0]?.remedy).not.toBe("");
    },
  );

  test("that passes by itself is told, and is no problem", () => {
    const until = now.toISOString();
    const pause = { gatewayId: null, code: "rate_limited", reason, until } as const;
    expect(checkPauses([pause])).toMatchObject({ facts: { pauses: [pause] }, degraded: [] });
  });
});
