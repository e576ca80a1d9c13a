import {
  readGatewaySettings,
  type SettingsContext,
} from "#lib/settings/gateway-settings.server.ts";
import type { SettingsView } from "#lib/settings/settings-view.ts";

/** What the Settings screen shows; of the key only the last 4 characters. */
export async function readSettingsView(
  context: SettingsContext,
  surroundings: Pick<SettingsView, "engine" | "database" | "files">,
): Promise<SettingsView> {
  const { apiKey, ...gateway } = await readGatewaySettings(context);

  // A key so short that 4 characters would give away half of it shows none.
  const keyLast4 = apiKey && apiKey.length >= 12 ? apiKey.slice(-4) : apiKey && "····";
  return { ...surroundings, gateway: { ...gateway, keyLast4 } };
}
