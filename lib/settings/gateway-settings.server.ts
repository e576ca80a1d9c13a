import { applyGatewayChange } from "#lib/settings/apply-gateway-change.ts";
import type { GatewaySettings } from "#lib/settings/gateway.ts";
import type { GatewayChange } from "#lib/settings/gateway-change.ts";
import { resolveGateway } from "#lib/settings/resolve-gateway.ts";
import {
  readStoredGateway,
  type SettingsContext,
  writeStoredGateway,
} from "#lib/settings/stored-gateway.server.ts";

/**
 * Reads the gateway's settings: the environment first, then the screen's, then the defaults. Or, with a change, as they
 * would be after it; throws `invalid_request` where that leaves a secret to another origin.
 */
export async function readGatewaySettings(
  context: SettingsContext,
  change: GatewayChange = {},
): Promise<GatewaySettings> {
  const stored = await readStoredGateway(context);
  return resolveGateway(applyGatewayChange(stored, change, context.env), context.env);
}

/** Stores a change of the gateway's settings. Throws as above. */
export async function changeGatewaySettings(
  context: SettingsContext,
  change: GatewayChange,
): Promise<void> {
  const stored = await readStoredGateway(context);
  await writeStoredGateway(context, applyGatewayChange(stored, change, context.env));
}
