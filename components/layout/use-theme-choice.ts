"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;

export type ThemeChoice = (typeof themes)[number];

/** The theme that was chosen. The server cannot know the choice; the browser does from its first render on. */
export function useThemeChoice(): { theme: ThemeChoice; setTheme: (theme: ThemeChoice) => void } {
  const { theme, setTheme } = useTheme();
  const isBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const chosen = isBrowser ? themes.find((one) => one === theme) : undefined;
  return { theme: chosen ?? "system", setTheme };
}

function neverChanges() {
  return () => {};
}
