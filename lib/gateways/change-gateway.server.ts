import { v7 as uuidv7 } from "uuid";
import { isLocal } from "#lib/contract/is-local.ts";
import { applyConnectionChange } from "#lib/gateways/connection/apply-connection-change.ts";
import type { Connection, StoredConnection } from "#lib/gateways/connection/connection.ts";
import { describeAddress } from "#lib/gateways/connection/describe-address.ts";
import {
  askedBaseUrl,
  type GatewayEnv,
  isGiven,
  resolveConnection,
} from "#lib/gateways/connection/resolve-connection.ts";
import { sealConnection } from "#lib/gateways/connection/stored-connection.server.ts";
import type { GatewayChange, NewGateway } from "#lib/gateways/gateway-request.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { readGatewayKind, readStoredConnection } from "#lib/gateways/read-gateways.server.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

const noConnection: StoredConnection = { baseUrl: null, stream: true, apiKey: null, headers: null };

/**
 * By what a gateway would be asked after a change; without an id: a new one. Throws `not_found`, and `invalid_request` where a
 * secret would be left to another origin.
 */
export async function previewConnection(
  context: GatewaysContext,
  { id, change }: { id: string | null; change: GatewayChange },
): Promise<Connection> {
  const { stored, env } = id
    ? await readStoredConnection(context, { id })
    : { stored: noConnection, env: {} };
  return resolveConnection(applyConnectionChange(stored, change, env), env);
}

/** Adds a gateway behind the others that are asked over a network, and resolves to its id. Throws as above. */
export async function addGateway(context: GatewaysContext, request: NewGateway): Promise<string> {
  const { client, sealer } = context;
  const id = uuidv7();
  const connection = applyConnectionChange(noConnection, request, {});
  const last = await client.gateway.aggregate({
    where: { id: { not: localGatewayId }, deletedAt: null },
    _max: { position: true },
  });

  const { kind, name } = describe(context, { connection, env: {} });
  await client.gateway.create({
    data: {
      id,
      kind,
      name: request.name ?? name,
      position: (last._max.position ?? -1) + 1,
      ...switches(request),
      ...sealConnection(sealer, { id, connection }),
    },
    select: { id: true },
  });
  return id;
}

/**
 * Stores a change of a gateway. Of two at once, as from two tabs, the second changes what the first left. Throws as above, and
 * `invalid_request` where it is not to be changed so.
 */
export function changeGateway(
  context: GatewaysContext,
  { id, change }: { id: string; change: GatewayChange },
): Promise<void> {
  return context.client.$transaction(async (client) => {
    await client.$queryRaw`SELECT id FROM "Gateway" WHERE id = ${id}::uuid FOR UPDATE`;
    const kind = await readGatewayKind(client, id);
    if (isLocal({ kind })) requireSwitchOnly(change);
    const connected = isLocal({ kind })
      ? {}
      : await connect({ ...context, client }, { id, change });
    const data = { ...switches(change), ...connected };
    await client.gateway.update({ where: { id }, data, select: { id: true } });
  });
}

/** The columns of a gateway that is asked over a network, after a change. */
async function connect(
  context: GatewaysContext<Transaction>,
  { id, change }: { id: string; change: GatewayChange },
) {
  if (id === givenGatewayId && change.name !== undefined) {
    throw new AppError("invalid_request", say("refusals.namedByAddress"), { field: "name" });
  }
  const { stored, name, env } = await readStoredConnection(context, { id });
  const connection = applyConnectionChange(stored, change, env);
  const before = describe(context, { connection: stored, env });
  const after = describe(context, { connection, env });
  // One that was named by a person keeps its name, wherever it moves.
  const kept = name === before.name ? after.name : name;
  return {
    kind: after.kind,
    name: change.name ?? kept,
    ...sealConnection(context.sealer, { id, connection }),
  };
}

/**
 * Brings the row of the gateway that the environment gives in line with it, at the start: it is in the list, and named after the
 * address that is asked now.
 */
export async function alignGivenGateway(context: GatewaysContext): Promise<void> {
  const { client } = context;
  const where = { id: givenGatewayId };
  const { stored, name, env, isDeleted } = await readStoredConnection(context, {
    id: givenGatewayId,
    isDeleted: true,
  });
  const present = describe(context, { connection: stored, env });
  const isBack = isDeleted && isGiven(env);
  if (!isBack && present.name === name) return;

  await client.gateway.update({
    where,
    data: { ...present, ...(isBack ? { deletedAt: null } : {}) },
    select: { id: true },
  });
}

function describe(
  { env: { MESHAPI_HOSTS } }: Pick<GatewaysContext, "env">,
  { connection, env }: { connection: StoredConnection; env: GatewayEnv },
): ReturnType<typeof describeAddress> {
  return describeAddress(askedBaseUrl(connection, env), { meshapiHosts: MESHAPI_HOSTS });
}

function switches({ isEnabled, paid, slots }: GatewayChange) {
  return {
    ...(isEnabled === undefined ? {} : { disabledAt: isEnabled ? null : new Date() }),
    ...(paid === undefined ? {} : { paid }),
    ...(slots === undefined ? {} : { slots }),
  };
}

function requireSwitchOnly({ isEnabled: _, ...others }: GatewayChange): void {
  const [field] = Object.keys(others);
  if (field === undefined) return;
  throw new AppError("invalid_request", say("refusals.builtInSwitch"), {
    field,
  });
}
