import { randomUUID } from "node:crypto";

export interface ShelvedFile {
  bytes: Buffer;
  contentType: string;
  /** Other than 200 for an address that has expired. */
  status: number;
  /** The gate at which it waits before it is given out. */
  gate: string | null;
}

/** The files behind the addresses that answers give. */
export interface FileShelf {
  /** Returns the file's address. */
  put(file: ShelvedFile): string;
  get(path: string): ShelvedFile | null;
}

/** How many are kept, the latest: a demonstration may run for days. */
const filesMax = 200;

/** Creates an empty shelf; `origin` is asked for late, since a server learns its port when it listens. */
export function createFileShelf(origin: () => string): FileShelf {
  const files = new Map<string, ShelvedFile>();

  return {
    put(file) {
      const path = `/files/${randomUUID()}.${file.contentType.split("/")[1]}`;
      files.set(path, file);
      const [oldest] = files.keys();
      if (files.size > filesMax && oldest) files.delete(oldest);
      return `${origin()}${path}`;
    },
    get: (path) => files.get(path) ?? null,
  };
}
