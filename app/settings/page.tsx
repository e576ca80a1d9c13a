import type { Metadata } from "next";
import { listGateways } from "#app/api/gateways/list-gateways.ts";
import { readSettings } from "#app/api/settings/read-settings.ts";
import { ScreenWords } from "#app/screen-words.tsx";
import { getWords } from "#app/words.server.ts";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { services } from "#lib/services/services.server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.settings") };
}

export default async function SettingsPage() {
  const running = services();
  return (
    <ScreenWords spaces={["settings"]}>
      <SettingsScreen gateways={await listGateways(running)} settings={readSettings(running)} />
    </ScreenWords>
  );
}
