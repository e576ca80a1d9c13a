import type { GatewayEnv } from "#lib/gateways/connection/resolve-connection.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";

/** What the functions of the gateways need. */
export interface GatewaysContext {
  client: PrismaClient;
  env: GatewayEnv & Pick<Env, "MESHAPI_HOSTS">;
  sealer: Sealer;
}
