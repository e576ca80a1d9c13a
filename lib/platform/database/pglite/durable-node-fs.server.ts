import { fsyncSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type EmscriptenOptions = Awaited<ReturnType<NodeFS["init"]>>["emscriptenOpts"];
type PreRun = NonNullable<EmscriptenOptions["preRun"]>[number];

/**
 * A folder as PGlite's disk, on which PostgreSQL's fsync is a real one. As shipped, PGlite's file
 * system has no fsync at all, so that a power cut could lose what was committed.
 */
export class DurableNodeFS extends NodeFS {
  readonly #fsync: (descriptor: number) => void;

  constructor(folder: string, fsync: (descriptor: number) => void = fsyncSync) {
    super(folder);
    this.#fsync = fsync;
  }

  override async init(pglite: PGlite, options: EmscriptenOptions) {
    const { emscriptenOpts } = await super.init(pglite, options);
    const addFsync: PreRun = ({ NODEFS }) => {
      Object.assign(NODEFS.stream_ops, { fsync: this.#fsyncStream });
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), addFsync];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  readonly #fsyncStream = ({ nfd }: { nfd: number }): number => {
    this.#fsync(nfd);
    return 0;
  };
}

const settings = [
  // The default on Linux is fdatasync, which Emscripten does not pass on to the file system.
  "wal_sync_method=fsync",
  // A tenth of the default: as good for our queries, and a tenth of the time while everybody else waits.
  "default_statistics_target=10",
  // The default is a spinning disk's: for it, a walk over thousands of deleted rows beats an index that lacks them.
  "random_page_cost=1.1",
  // WebAssembly's memory is cleared at each start and never given back: of the default of 128 MB that takes 0.6 s of the processor and 115 MB,
  // and the system caches the files as well. Lists and claims among 100,000 images took as long.
  "shared_buffers=16MB",
];

/** PGlite's own start parameters, less the `-F` that turns fsync off, and with what suits us. */
export function durableStartParams(defaults: readonly string[]): string[] {
  const kept = defaults.filter((parameter) => parameter !== "-F");
  return [...kept, ...settings.flatMap((setting) => ["-c", setting])];
}
