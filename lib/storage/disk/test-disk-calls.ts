import fs, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";

/** What is asked of the disk. `write` and `read` are of whole files and of pieces, `sync` of files and of folders. */
export type DiskCallKind =
  | "open"
  | "write"
  | "read"
  | "sync"
  | "close"
  | "rename"
  | "mkdir"
  | "readdir"
  | "rm"
  | "stat"
  | "statfs";

/** One call of the system, as it is made. */
export interface DiskCall {
  kind: DiskCallKind;
  /** Absolute; of a rename the name before it, of a call on an open file the name it was opened under. */
  path: string;
  /** The new name, of a rename. */
  to: string | null;
}

/** Stands around a call: may do something before and after it, or throw in its place. */
export type AroundDiskCall = (call: DiskCall, perform: () => Promise<unknown>) => Promise<unknown>;

const functions: Record<string, DiskCallKind> = {
  open: "open",
  writeFile: "write",
  readFile: "read",
  rename: "rename",
  mkdir: "mkdir",
  readdir: "readdir",
  rm: "rm",
  rmdir: "rm",
  unlink: "rm",
  stat: "stat",
  lstat: "stat",
  statfs: "statfs",
};

const methods: Record<string, DiskCallKind> = {
  write: "write",
  writeFile: "write",
  read: "read",
  readFile: "read",
  sync: "sync",
  datasync: "sync",
  close: "close",
};

/**
 * Puts `around` around every call of `node:fs/promises` on paths in this folder, in this process, whoever makes it; it
 * fakes the operating system and nothing of ours. Returns a function that takes it away. Of two, the later goes first.
 */
export function interceptDiskCalls(folder: string, around: AroundDiskCall): () => void {
  const root = resolve(folder);
  const originals = Object.keys(functions).map((name) => [name, functionOf(fs, name)] as const);

  for (const [name, original] of originals) {
    Reflect.set(fs, name, async (...values: unknown[]) => {
      const perform = async (): Promise<unknown> => Reflect.apply(original, fs, values);
      const call = callOf(functions[name] ?? "open", values);
      if (!call || !isWithin(root, call)) return perform();

      const result = await around(call, perform);
      if (call.kind === "open" && isFileHandle(result)) watchHandle(result, call.path, around);
      return result;
    });
  }
  syncBuiltinESMExports();

  return () => {
    for (const [name, original] of originals) Reflect.set(fs, name, original);
    syncBuiltinESMExports();
  };
}

function watchHandle(handle: FileHandle, path: string, around: AroundDiskCall): void {
  for (const [name, kind] of Object.entries(methods)) {
    const original = functionOf(handle, name);
    Object.defineProperty(handle, name, {
      value: async (...values: unknown[]) =>
        around({ kind, path, to: null }, async () => Reflect.apply(original, handle, values)),
    });
  }
}

function callOf(kind: DiskCallKind, [path, to]: unknown[]): DiskCall | null {
  if (typeof path !== "string") return null;
  return {
    kind,
    path: resolve(path),
    to: kind === "rename" && typeof to === "string" ? resolve(to) : null,
  };
}

function isWithin(root: string, { path, to }: DiskCall): boolean {
  return [path, to].some((one) => one === root || one?.startsWith(root + sep));
}

function isFileHandle(value: unknown): value is FileHandle {
  return typeof value === "object" && value !== null && "fd" in value && "datasync" in value;
}

function functionOf(object: object, name: string): (...values: unknown[]) => unknown {
  const value: unknown = Reflect.get(object, name);
  if (typeof value === "function") return (...values) => Reflect.apply(value, object, values);
  throw new TypeError(`There is no function ${name}.`);
}
