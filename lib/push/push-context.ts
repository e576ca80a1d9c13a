import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";

/** What telling devices needs of the studio. */
export interface PushContext {
  client: PrismaClient;
  /** For the studio's own key. */
  sealer: Sealer;
  /** Whom a push service may write to. */
  contact: string;
  /** Push services that may be private, or plain http. */
  pushHosts: readonly string[];
}
