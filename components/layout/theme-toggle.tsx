"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";

const themes = {
  system: { icon: Monitor, next: "light", label: "Theme: as the system" },
  light: { icon: Sun, next: "dark", label: "Theme: light" },
  dark: { icon: Moon, next: "system", label: "Theme: dark" },
} as const;

/** Goes round the themes: as the system says, light, dark. */
export function ThemeToggle({ className }: { className?: string }) {
  const { theme, setTheme } = useTheme();
  const isBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const current = isBrowser && (theme === "light" || theme === "dark") ? theme : "system";
  const { icon: Icon, next, label } = themes[current];

  return (
    <IconButton label={label} data-hint="end" className={className} onClick={() => setTheme(next)}>
      <Icon aria-hidden strokeWidth={1.75} />
    </IconButton>
  );
}

/** The server cannot know the choice; the browser does from its first render on. */
function neverChanges() {
  return () => {};
}
