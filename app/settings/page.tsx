import { getSettingsView } from "#app/api/settings/settings-context.ts";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { services } from "#lib/services/services.server.ts";

export const metadata = { title: "Settings" };

export default async function SettingsPage() {
  return <SettingsScreen settings={await getSettingsView(services(), localOwnerId)} />;
}
