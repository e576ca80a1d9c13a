import { constants } from "node:os";
import { relative, resolve, sep } from "node:path";
import { onTestFinished } from "vitest";
import {
  type DiskCall,
  type DiskCallKind,
  interceptDiskCalls,
} from "#lib/storage/disk/test-disk-calls.ts";

interface Fault {
  errno: "ENOSPC" | "EDQUOT" | "EROFS" | "EACCES" | "EIO";
  /** Every kind of call that changes something when absent. */
  kind?: DiskCallKind;
  /** Only paths that hold, or match, this, seen from the folder; all of them when absent. */
  where?: string | RegExp;
  /** Only this call of those that fit, from 1; every one until `mend` when absent. */
  nth?: number;
}

const harmless = new Set<DiskCallKind>(["close", "read", "stat", "readdir", "statfs"]);

/** A disk that fails when it is told to. */
export interface TestDisk {
  /** Calls that fit fail from now on. Resolves when the first one has. */
  fail(fault: Fault): Promise<void>;
  /** Nothing fails any more. */
  mend(): void;
  /** What was done so far and did not fail, in order, as "sync spool/…/0.tmp"; names made at random read "*". */
  journal(): string[];
}

/** Stands in for the disk under this folder until the test is over. */
export function createTestDisk(folder: string): TestDisk {
  const root = resolve(folder);
  const done: string[] = [];
  let strikes: ((call: DiskCall) => void)[] = [];

  const restore = interceptDiskCalls(root, async (call, perform) => {
    for (const strike of strikes) strike(call);
    const result = await perform();
    done.push(describe(root, call));
    return result;
  });
  onTestFinished(restore);

  return {
    fail(fault) {
      const struck = Promise.withResolvers<void>();
      strikes.push(createStrike(root, { fault, onStrike: struck.resolve }));
      return struck.promise;
    },
    mend() {
      strikes = [];
    },
    journal: () => [...done],
  };
}

/** A function that throws for the calls that the fault is about. */
function createStrike(
  root: string,
  { fault: { errno, kind, where = "", nth }, onStrike }: { fault: Fault; onStrike: () => void },
): (call: DiskCall) => void {
  const isThere = (path: string) =>
    typeof where === "string" ? path.includes(where) : where.test(path);
  let count = 0;

  return (call) => {
    // A file system that takes nothing more still closes, reads and lists.
    if (kind ? call.kind !== kind : harmless.has(call.kind)) return;
    if (![call.path, call.to].some((path) => path !== null && isThere(relative(root, path))))
      return;
    count += 1;
    if (nth !== undefined && count !== nth) return;
    onStrike();
    throw Object.assign(new Error(`${errno}: the test's disk fails, ${call.kind} '${call.path}'`), {
      code: errno,
      errno: -constants.errno[errno],
      syscall: call.kind,
      path: call.path,
    });
  };
}

function describe(root: string, { kind, path, to }: DiskCall): string {
  const nameOf = (one: string) =>
    relative(root, one)
      .split(sep)
      .join("/")
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "*") || ".";
  return [kind, nameOf(path), ...(to ? ["->", nameOf(to)] : [])].join(" ");
}
