import type { Command } from "#components/layout/commands.ts";
import { changeView } from "#components/studio/feed/layout/view-store.ts";
import type { Words } from "#messages/create-words.ts";

/** What can be done with the studio's screen, for the palette. */
export function studioCommands(t: Words): Command[] {
  return (["S", "M", "L"] as const).map((density) => ({
    id: `density-${density}`,
    label: t("feed.showDensity", { density }),
    run: () => changeView({ density }),
  }));
}
