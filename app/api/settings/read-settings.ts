import type { SettingsView } from "#lib/contract/settings-view.ts";
import type { Services } from "#lib/services/services.server.ts";

/** What the settings say of this studio. */
export function readSettings({ database, blobStore }: Services): SettingsView {
  return { database: database.description, files: blobStore.description };
}
