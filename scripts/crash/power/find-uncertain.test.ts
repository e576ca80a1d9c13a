import { expect, test } from "vitest";
import { findUncertain } from "./find-uncertain.ts";
import type { JournalEntry } from "./journal-entry.ts";

const temporary = "/data/files/incoming/a.tmp";
const final = "/data/files/ab/picture.png";

const written: JournalEntry = { did: "write", path: temporary };
const synced: JournalEntry = { did: "sync", path: temporary, bytes: 9 };
const renamed: JournalEntry = { did: "rename", path: temporary, to: final, replaces: false };
const folderSynced: JournalEntry = { did: "sync", path: "/data/files/ab", bytes: 4096 };

test("what is written, synced, renamed and synced in its folder is certain", () => {
  const uncertain = findUncertain([written, synced, renamed, folderSynced]);
  expect(uncertain.files.size).toBe(0);
  expect(uncertain.renames).toEqual([]);
});

test("what was renamed before it was synced may be empty under its final name", () => {
  const { files } = findUncertain([written, renamed, folderSynced]);
  expect([...files]).toEqual([[final, 0]]);
});

test("what is written after a sync may fall back to it", () => {
  const { files } = findUncertain([written, synced, written]);
  expect([...files]).toEqual([[temporary, 9]]);
});

test("a name may be taken back until its folder is synced", () => {
  expect(findUncertain([written, synced, renamed]).renames).toEqual([renamed]);
});

test("a folder may vanish, and what was removed return, until the folder around is synced", () => {
  const made: JournalEntry = { did: "make", path: "/data/spool/attempt" };
  const removed: JournalEntry = {
    did: "remove",
    path: "/data/spool/other",
    isFolder: true,
    grave: "/journal/grave/1",
  };
  const spoolSynced: JournalEntry = { did: "sync", path: "/data/spool", bytes: 4096 };
  expect(findUncertain([made, removed])).toMatchObject({
    folders: [made.path],
    removals: [removed],
  });
  expect(findUncertain([made, removed, spoolSynced])).toMatchObject({ folders: [], removals: [] });
});
