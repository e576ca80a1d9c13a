import { fsyncSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type EmscriptenOptions = Awaited<ReturnType<NodeFS["init"]>>["emscriptenOpts"];

/**
 * A folder as PGlite's disk, on which PostgreSQL's fsync is a real one. As shipped, PGlite's file
 * system has no fsync at all, so that a power cut could lose what was committed.
 */
export class DurableNodeFS extends NodeFS {
  override async init(pglite: PGlite, options: EmscriptenOptions) {
    const { emscriptenOpts } = await super.init(pglite, options);
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] },
    };
  }
}

/** PGlite's own start parameters, less the `-F` that turns fsync off. */
export function durableStartParams(defaults: readonly string[]): string[] {
  // fdatasync, the default on Linux, does not reach stream_ops.fsync in Emscripten.
  return [...defaults.filter((parameter) => parameter !== "-F"), "-c", "wal_sync_method=fsync"];
}

type PreRun = NonNullable<EmscriptenOptions["preRun"]>[number];

const addFsync: PreRun = (postgres) => {
  Object.assign(postgres.NODEFS.stream_ops, {
    fsync: ({ nfd }: { nfd: number }) => {
      fsyncSync(nfd);
      return 0;
    },
  });
};
