import { alignGivenGateway } from "#lib/gateways/change-gateway.server.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { readGateways } from "#lib/gateways/read-gateways.server.ts";
import { log } from "#lib/platform/log/log.server.ts";

/** Makes the rows true at the start of a process: the environment may say something else than before, and a key may be lost. */
export async function prepareGateways(context: GatewaysContext): Promise<void> {
  await alignGivenGateway(context);
  await tellLostSecrets(context);
}

/** Says in the log which stored secrets cannot be opened, and what to do: nobody may look at Settings for days. */
async function tellLostSecrets(context: GatewaysContext): Promise<void> {
  for (const { name, isDeleted, connection } of await readGateways(context)) {
    const problems = [connection?.keyProblem, connection?.headersProblem];
    if (isDeleted || !problems.some((problem) => problem?.kind === "lost")) continue;

    log(
      "warn",
      "A gateway's stored key or headers cannot be opened. Put the secret.key file, or SECRET_KEY, back, or enter them again in Settings: docs/operators.md",
      { gateway: name },
    );
  }
}
