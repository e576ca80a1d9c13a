"use client";

import { themes, useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { Segments } from "#components/ui/segments.tsx";
import { useWords } from "#components/words/words.tsx";

/** Light, dark, or as the system says; for this browser. */
export function ThemeField() {
  const t = useWords();
  const { theme, setTheme } = useThemeChoice();

  return (
    <Segments
      label={t("settings.theme")}
      value={theme}
      options={themes.map((one) => [one, t("settings.themeName", { theme: one })])}
      onValueChange={setTheme}
      className="w-fit"
    />
  );
}
