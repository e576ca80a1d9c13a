import type { ImageEngine } from "#lib/engine/image-engine.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import type { PartialStore } from "#lib/storage/spool/partial-store.server.ts";
import type { Spool } from "#lib/storage/spool/spool.server.ts";
import type { SpoolFolder } from "#lib/storage/spool/spool-folder.server.ts";

/** What carrying out attempts needs. */
export interface RunContext {
  client: PrismaClient;
  blobStore: BlobStore;
  spool: Spool;
  /** The folder that the spool is in, among those of all the machines on this database. */
  folder: SpoolFolder;
  partials: PartialStore;
  /** The largest picture that is kept. Default: 50 MB. */
  imageBytesMax?: number;
  /** How much is kept of an answer that was not understood; 0: nothing. Default: 4 MB. */
  keptAnswerBytesMax?: number;
  /** How long to wait before a disk that refused a picture is tried again. Default: 5 s. */
  spoolAgainMs?: number;
  /** What decoding one picture may take of the memory. Default: what is free. */
  decodeBytesMax?: number | undefined;
  /** The gateways as they are configured now, those that were removed too. */
  gateways(): Promise<Gateway[]>;
  /** The engine of a gateway as it is configured now; null when it has no key any more. Resolved for each attempt. */
  engine(gatewayId: string): Promise<ImageEngine | null>;
  /** Fetches a picture of a gateway that is gone, or has no key any more, as anybody may. Throws `EngineError`. */
  fetchImage: ImageEngine["fetchImage"];
  /** Whether a picture that is asked for now would find room. */
  hasRoom(): Promise<boolean>;
  /** Does nothing, unless a crash is being tried. */
  hitFailpoint: FailpointHook;
}
