import type { SettingsView } from "#lib/contract/settings-view.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import { readGatewaySettings } from "#lib/settings/gateway-settings.server.ts";
import type { SettingsContext } from "#lib/settings/stored-gateway.server.ts";

/** What the Settings screen shows; of each secret only the last 4 characters. */
export async function readSettingsView(
  context: SettingsContext,
  surroundings: Pick<SettingsView, "engine" | "database" | "files">,
): Promise<SettingsView> {
  const { apiKey, headers, ...gateway } = await readGatewaySettings(context);
  const address = readBaseUrl(gateway.baseUrl);

  return {
    ...surroundings,
    gateway: {
      ...gateway,
      endpoint: address.ok ? address.endpoint : null,
      keyLast4: apiKey && endOf(apiKey),
      headers: Object.entries(headers).map(([name, value]) => ({ name, last4: endOf(value) })),
    },
  };
}

/** Of one so short that 4 characters would give away half of it, none. */
function endOf(secret: string): string {
  return secret.length >= 12 ? secret.slice(-4) : "";
}
