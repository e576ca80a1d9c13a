import { isLocal } from "#lib/contract/is-local.ts";
import { isGiven } from "#lib/gateways/connection/resolve-connection.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { envOf, readGatewayKind } from "#lib/gateways/read-gateways.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/**
 * Takes a gateway from the list, and its secrets away; what it made keeps its name. Throws `not_found`, and `conflict` for the
 * built-in one and for one that the environment gives, which can be turned off.
 */
export async function removeGateway({ client, env }: GatewaysContext, id: string): Promise<void> {
  const kind = await readGatewayKind(client, id);
  if (isLocal({ kind })) {
    throw new AppError("conflict", say("refusals.builtInKept"));
  }
  if (isGiven(envOf(id, env))) {
    throw new AppError("conflict", say("refusals.givenKept"));
  }

  const noSecrets = { sealedKey: null, keyOrigin: null, sealedHeaders: null, headersOrigin: null };
  await client.gateway.update({
    where: { id },
    data: { ...noSecrets, deletedAt: new Date() },
    select: { id: true },
  });
}

/** Puts the gateways of the list in an order. Throws `invalid_request` where it names others than those of the list. */
export async function orderGateways(
  { client }: GatewaysContext,
  ids: readonly string[],
): Promise<void> {
  await client.$transaction(async (transaction) => {
    const rows = await transaction.gateway.findMany({
      where: { deletedAt: null },
      select: { id: true },
    });
    const named = new Set(ids);
    const isEach = rows.length === ids.length && rows.every(({ id }) => named.has(id));
    if (!isEach) {
      const message = say("refusals.eachOnce");
      throw new AppError("invalid_request", message, { field: "ids" });
    }

    for (const [position, id] of ids.entries()) {
      await transaction.gateway.update({ where: { id }, data: { position }, select: { id: true } });
    }
  });
}
