import type { GatewayEnv } from "#lib/gateways/connection/resolve-connection.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";

/** What the functions of the gateways need. */
export interface GatewaysContext<Client extends Transaction = PrismaClient> {
  client: Client;
  env: GatewayEnv & Pick<Env, "MESHAPI_HOSTS">;
  sealer: Sealer;
}
