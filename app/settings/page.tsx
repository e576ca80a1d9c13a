import type { Metadata } from "next";
import { getSettingsView } from "#app/api/settings/settings-context.ts";
import { getWords } from "#app/words.server.ts";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { services } from "#lib/services/services.server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.settings") };
}

export default async function SettingsPage() {
  return <SettingsScreen settings={await getSettingsView(services(), localOwnerId)} />;
}
