import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";

/**
 * Takes the data folder for this process. Two processes on one PGlite folder would destroy it. The lock is the kernel's, on the
 * file `lock`, and ends with its process however that ends: docs/decisions/0003-data-folder-lock.md.
 * Throws an `AppError` that names the holder.
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  const holderFile = join(dataDir, "lock.json");
  const lock = new DatabaseSync(join(dataDir, "lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new AppError("conflict", refusal(dataDir, holderFile), { cause: error });
  }

  const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  writeFileSync(holderFile, `${JSON.stringify(holder)}\n`);
  return { release: () => lock.isOpen && lock.close() };
}

const holderSchema = z.object({ pid: z.int(), host: z.string(), since: z.string() });

function refusal(dataDir: string, holderFile: string): string {
  const remedy = "Stop it first, or give this one another DATA_DIR.";
  const holder = holderSchema.safeParse(readHolder(holderFile));
  if (!holder.success) return `Another Atelier uses the data folder ${dataDir}. ${remedy}`;

  const { pid, host, since } = holder.data;
  return `Another Atelier uses the data folder ${dataDir}: process ${pid} on ${host}, since ${since}. ${remedy}`;
}

function readHolder(holderFile: string): unknown {
  try {
    return JSON.parse(readFileSync(holderFile, "utf8"));
  } catch {
    // The holder is writing it right now; that it holds the lock is certain all the same.
    return undefined;
  }
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}
