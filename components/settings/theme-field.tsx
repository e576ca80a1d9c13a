"use client";

import { themes, useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { useWords } from "#components/words/words.tsx";

/** Light, dark, or as the system says; for this browser. */
export function ThemeField() {
  const t = useWords();
  const { theme, setTheme } = useThemeChoice();

  return (
    <fieldset className="flex w-fit rounded-control bg-fill p-0.5">
      <legend className="sr-only">{t("settings.theme")}</legend>
      {themes.map((one) => (
        <label
          key={one}
          className="flex h-8 items-center rounded-control px-3 text-md text-muted hover:text-ink has-checked:bg-selected has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-checked:forced-colors:outline-2 pointer-coarse:h-11"
        >
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={theme === one}
            onChange={() => setTheme(one)}
          />
          {t("settings.themeName", { theme: one })}
        </label>
      ))}
    </fieldset>
  );
}
