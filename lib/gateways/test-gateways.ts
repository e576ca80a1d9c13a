import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { changeGateway } from "#lib/gateways/change-gateway.server.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";
import { gatewayChangeSchema } from "#lib/gateways/gateway-request.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { readGateways } from "#lib/gateways/read-gateways.server.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { createSealer } from "#lib/settings/seal.server.ts";

export interface TestGateways extends GatewaysContext {
  /** Where its secret.key lies; gone with the test. */
  dataDir: string;
}

/** The gateways of an open database, by an environment that says nothing but this. */
export async function openTestGateways(
  { client }: Database,
  env: Partial<GatewaysContext["env"]> = {},
): Promise<TestGateways> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-gateways-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const sealer = createSealer({ dataDir });
  return { client, env: { MESHAPI_HOSTS: [], ...env }, sealer, dataDir };
}

/** Changes one as the HTTP does, the environment's unless another is named. */
export function change(context: GatewaysContext, values: object, id = givenGatewayId) {
  return changeGateway(context, { id, change: gatewayChangeSchema.parse(values) });
}

/** By what one is asked; null where nothing is asked. */
export async function read(
  context: GatewaysContext,
  id = givenGatewayId,
): Promise<Connection | null> {
  return (await readGateways(context)).find((one) => one.id === id)?.connection ?? null;
}
