import type { Sabotage } from "./sabotage.ts";

/** Ways to lose a picture, or to tell of one too early. */
export const imageSabotages: readonly Sabotage[] = [
  {
    name: "rename-before-fsync",
    what: "a file gets its final name before its bytes are certain",
    database: "embedded",
    kills: 25,
    changes: [
      {
        file: "lib/storage/disk/write-durably.server.ts",
        find: `    await handle.sync();
    await verify(handle, parts);`,
        replace: "    await verify(handle, parts);",
      },
    ],
    caughtBy: ["files-whole", "rows-have-files"],
  },
  {
    name: "forget-the-folder",
    what: "a final name is taken for certain before its folder is",
    database: "embedded",
    kills: 25,
    changes: [
      {
        file: "lib/storage/disk/write-durably.server.ts",
        find: `  }

  await syncDirectory(dirname(path));
}

/**
 * Makes a folder`,
        replace: `  }
}

/**
 * Makes a folder`,
      },
    ],
    caughtBy: ["rows-have-files", "spooled-is-kept", "storing-is-kept"],
  },
  {
    name: "announce-before-storing",
    what: "a picture is told of while its files are still being written",
    database: "embedded",
    kills: 20,
    changes: [
      {
        file: "lib/generation/store/store-image.server.ts",
        find: `await Promise.all([
      blobStore.put`,
        replace: `void Promise.all([
      blobStore.put`,
      },
    ],
    caughtBy: ["rows-have-files", "told-pictures-served"],
  },
  {
    name: "forget-spool",
    what: "the recovery does not look into the spool",
    database: "embedded",
    kills: 12,
    changes: [
      {
        file: "lib/generation/recover/adopt-spool.server.ts",
        find: "if (entries.length === 0) return false;",
        replace: "if (entries.length >= 0) return false;",
      },
    ],
    caughtBy: ["spooled-is-kept", "storing-is-kept"],
  },
  {
    name: "clear-the-spool-first",
    what: "the spool is cleared before the row is written",
    database: "embedded",
    kills: 45,
    changes: [
      {
        file: "lib/generation/store/complete-with-files.server.ts",
        find: `  const isKept = await lease.change({
    command: "keep",`,
        replace: `  await spool.remove(
    lease.claim.id,
    filed.map(({ index }) => index),
  );
  const isKept = await lease.change({
    command: "keep",`,
      },
    ],
    caughtBy: ["spooled-is-kept", "storing-is-kept"],
  },
  {
    name: "skip-an-event",
    what: "a reader that falls behind loses what lies between two pages of the log",
    database: "embedded",
    kills: 4,
    changes: [
      {
        file: "lib/events/event-room.server.ts",
        find: "cursor = event.sequence;",
        replace:
          "cursor = events.at(-1) === event && events.length > 2 ? event.sequence + 1 : event.sequence;",
      },
    ],
    caughtBy: ["readers-agree"],
  },
];
