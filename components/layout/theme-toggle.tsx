"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";

const looks = {
  system: { icon: Monitor, next: "light" },
  light: { icon: Sun, next: "dark" },
  dark: { icon: Moon, next: "system" },
} as const;

/** Goes round the themes: as the system says, light, dark. */
export function ThemeToggle({ className }: { className?: string }) {
  const { theme, setTheme } = useThemeChoice();
  const { icon: Icon, next } = looks[theme];
  const label = useWords()("layout.theme", { theme });

  return (
    <IconButton label={label} data-hint="end" className={className} onClick={() => setTheme(next)}>
      <Icon aria-hidden strokeWidth={1.75} />
    </IconButton>
  );
}
