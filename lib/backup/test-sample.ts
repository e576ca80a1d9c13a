import { cpSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import { makeSample, newFolder } from "#lib/backup/test-place.ts";

/** A studio with two finished pictures, and its backup. A test may spoil both. */
export interface Sample {
  place: { dataDir: string; databaseUrl: undefined };
  /** The path of something in the data folder. */
  at(subject: string): string;
  /** The files of the two pictures, and a thumbnail of the first. */
  original: string;
  other: string;
  thumbnail: string;
  backupDir: string;
}

/** Makes the studio once for all tests of a file. Answers what copies it for one of them. */
export function prepareSample(): () => Promise<Sample> {
  let made: { dataDir: string; backupDir: string };
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "atelier-backup-"));
    made = { dataDir: join(folder, "data"), backupDir: join(folder, "backup") };
    await makeSample(made.dataDir);
    const place = { dataDir: made.dataDir, databaseUrl: undefined };
    await backUp({ place, backupDir: made.backupDir });
    return () => rm(folder, { recursive: true });
  });
  return () => copySample(made);
}

async function copySample(made: { dataDir: string; backupDir: string }): Promise<Sample> {
  const dataDir = join(await newFolder(), "data");
  const backupDir = join(await newFolder(), "backup");
  cpSync(made.dataDir, dataDir, { recursive: true });
  cpSync(made.backupDir, backupDir, { recursive: true });
  const names = await readdir(join(dataDir, "files"), { recursive: true });
  const [original = "", other = ""] = names.filter((name) => name.endsWith(".png"));
  return {
    place: { dataDir, databaseUrl: undefined },
    at: (subject) => join(dataDir, subject),
    original: `files/${original}`,
    other: `files/${other}`,
    thumbnail: `files/${original.replace(".png", "-320.webp")}`,
    backupDir,
  };
}
