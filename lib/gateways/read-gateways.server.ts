import { type GatewayKind, gatewayKindSchema } from "#lib/contract/gateway-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { StoredConnection } from "#lib/gateways/connection/connection.ts";
import { describeAddress } from "#lib/gateways/connection/describe-address.ts";
import { type GatewayEnv, resolveConnection } from "#lib/gateways/connection/resolve-connection.ts";
import {
  type ConnectionRow,
  connectionSelect,
  openConnection,
} from "#lib/gateways/connection/stored-connection.server.ts";
import type { ConfiguredGateway } from "#lib/gateways/gateway.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

const rowSelect = {
  ...connectionSelect,
  kind: true,
  name: true,
  paid: true,
  slots: true,
  disabledAt: true,
  deletedAt: true,
} as const;

/** All gateways as they are configured now, those that were removed too, in the order of the list. */
export async function readGateways(context: GatewaysContext): Promise<ConfiguredGateway[]> {
  const rows = await context.client.gateway.findMany({
    select: rowSelect,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });

  return rows.map(({ id, name, paid, slots, disabledAt, deletedAt, ...row }) => ({
    id,
    name,
    paid,
    slots,
    isEnabled: disabledAt === null,
    isDeleted: deletedAt !== null,
    ...connectionOf(context, { id, ...row }),
  }));
}

/** A host may be MeshAPI's by the environment's word of today. */
function connectionOf(
  { sealer, env }: GatewaysContext,
  { kind, ...row }: ConnectionRow & { kind: string },
): Pick<ConfiguredGateway, "kind" | "connection"> {
  const stored = gatewayKindSchema.parse(kind);
  if (isLocal({ kind: stored })) return { kind: stored, connection: null };

  const connection = resolveConnection(openConnection(sealer, row), envOf(row.id, env));
  const { MESHAPI_HOSTS: meshapiHosts } = env;
  return { kind: describeAddress(connection.baseUrl, { meshapiHosts }).kind, connection };
}

/**
 * A gateway's own connection, as it was entered, and what the environment says of it; `isDeleted`: of one that was removed, too.
 * Throws `not_found`.
 */
export async function readStoredConnection(
  { client, sealer, env }: GatewaysContext<Transaction>,
  { id, isDeleted: isDeletedToo = false }: { id: string; isDeleted?: boolean },
): Promise<{ stored: StoredConnection; name: string; isDeleted: boolean; env: GatewayEnv }> {
  const row = await client.gateway.findFirst({
    where: {
      AND: [
        { id },
        { id: { not: localGatewayId } },
        ...(isDeletedToo ? [] : [{ deletedAt: null }]),
      ],
    },
    select: { ...connectionSelect, name: true, deletedAt: true },
  });
  if (!row) throw noGateway();

  const { name, deletedAt, ...connection } = row;
  const stored = openConnection(sealer, connection);
  return { stored, name, isDeleted: deletedAt !== null, env: envOf(id, env) };
}

/** The kind of a gateway of the list. Throws `not_found`. */
export async function readGatewayKind(client: Transaction, id: string): Promise<GatewayKind> {
  const where = { id, deletedAt: null };
  const row = await client.gateway.findFirst({ where, select: { kind: true } });
  if (!row) throw noGateway();
  return gatewayKindSchema.parse(row.kind);
}

/** The environment gives one gateway, and says nothing of the others. */
export function envOf(id: string, env: GatewayEnv): GatewayEnv {
  return id === givenGatewayId ? env : {};
}

/** There is none with this id, or not any more. */
function noGateway(): AppError {
  return new AppError("not_found", say("refusals.noGateway"));
}
