"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";

const themes = {
  system: { icon: Monitor, next: "light" },
  light: { icon: Sun, next: "dark" },
  dark: { icon: Moon, next: "system" },
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
  const { icon: Icon, next } = themes[current];
  const label = useWords()("layout.theme", { theme: current });

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
