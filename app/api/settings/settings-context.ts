import type { SettingsView } from "#lib/contract/settings-view.ts";
import type { Services } from "#lib/services/services.server.ts";
import { readSettingsView } from "#lib/settings/read-settings-view.server.ts";
import type { SettingsContext } from "#lib/settings/stored-gateway.server.ts";

/** What the settings' functions need, from the services. */
export function settingsContext(
  { database, env, sealer }: Services,
  userId: string,
): SettingsContext {
  return { client: database.client, env, sealer, userId };
}

/** The settings as the screen shows them. */
export async function getSettingsView(services: Services, userId: string): Promise<SettingsView> {
  const { id, name, paid } = await services.engine();
  return readSettingsView(settingsContext(services, userId), {
    engine: { id, name, paid },
    database: services.database.description,
    files: services.blobStore.description,
  });
}
