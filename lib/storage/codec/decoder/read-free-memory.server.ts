import { readFileSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

/** How much memory may still be taken, by the nearest of the limits that hold here. */
export interface FreeMemory {
  /** In bytes: of the machine, and of the containers that this process is in. */
  shared: number;
  /** What the process's own limit (`ulimit -d`, `ulimit -v`) leaves it; a child has a limit of its own. */
  own: number;
  /** The whole of that limit. */
  ownLimit: number;
}

/** Reads them anew each time: containers are resized while they run. `root` is where the system's files are. */
export function readFreeMemory({ root = "/" }: { root?: string } = {}): FreeMemory {
  const read = (path: string) => readText(join(/* turbopackIgnore: true */ root, path));
  const limits = read("proc/self/limits") ?? "";
  const status = read("proc/self/status") ?? "";
  const own = [
    { limit: limitOf(limits, "Max data size"), used: usedOf(status, "VmData") },
    { limit: limitOf(limits, "Max address space"), used: usedOf(status, "VmSize") },
  ];

  return {
    shared: Math.min(freemem(), ...groupsOf(read).map((group) => freeOfGroup(read, group))),
    own: Math.min(...own.map(({ limit, used }) => limit - used)),
    ownLimit: Math.min(...own.map(({ limit }) => limit)),
  };
}

type Read = (path: string) => string | null;

interface Group {
  directory: string;
  limit: string;
  usage: string;
  inactive: string;
}

const version2 = { limit: "memory.max", usage: "memory.current", inactive: "inactive_file" };
const version1 = {
  limit: "memory.limit_in_bytes",
  usage: "memory.usage_in_bytes",
  inactive: "total_inactive_file",
};

/** The control groups of this process and those above them: any of them may be the narrowest. */
function groupsOf(read: Read): Group[] {
  const lines = (read("proc/self/cgroup") ?? "").split("\n");

  return lines.flatMap((line) => {
    const [, controllers = "", path = ""] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (line.startsWith("0::")) {
      return ["sys/fs/cgroup", "sys/fs/cgroup/unified"].flatMap((mount) =>
        foldersAbove(mount, path).map((directory) => ({ directory, ...version2 })),
      );
    }
    if (!controllers.split(",").includes("memory")) return [];
    return foldersAbove("sys/fs/cgroup/memory", path).map((directory) => ({
      directory,
      ...version1,
    }));
  });
}

/** A container sees its own group as the root, whatever name it has outside: what is not there is passed over. */
function foldersAbove(mount: string, path: string): string[] {
  const names = path.split("/").filter((name) => name && name !== "..");
  return [mount, ...names.map((_, index) => join(mount, ...names.slice(0, index + 1)))];
}

function freeOfGroup(read: Read, { directory, limit, usage, inactive }: Group): number {
  const most = Number(read(join(directory, limit)) ?? "max");
  const used = Number(read(join(directory, usage)) ?? 0);
  if (Number.isNaN(most)) return Number.POSITIVE_INFINITY;

  // Files that were read and are not in use are counted as used, and given up when memory is asked for.
  const stat = read(join(directory, "memory.stat")) ?? "";
  const cached = Number(new RegExp(`^${inactive} (\\d+)$`, "m").exec(stat)?.[1] ?? 0);
  return most - used + cached;
}

/** The soft limit in bytes; infinite when there is none. */
function limitOf(limits: string, name: string): number {
  const [, soft] = new RegExp(`^${name}\\s+(\\S+)`, "m").exec(limits) ?? [];
  return soft === undefined || soft === "unlimited" ? Number.POSITIVE_INFINITY : Number(soft);
}

function usedOf(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) * 1024;
}

/** Null where the system has no such file, as everywhere but on Linux. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
