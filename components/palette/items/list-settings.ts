import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import type { Words } from "#messages/create-words.ts";

interface SettingsContext {
  goTo: (href: string) => void;
  t: Words;
}

/** The sections of Settings, by the names of their places there. */
const sections = ["gateways", "keyboard", "theme", "studio"] as const;

export function listSettings({ goTo, t }: SettingsContext): PaletteItem[] {
  return sections.map((section) => ({
    id: `settings-${section}`,
    section: "settings",
    label: t("palette.settingsOf", { section }),
    run: () => goTo(`/settings#${section}`),
  }));
}
