"use client";

import { usePathname } from "next/navigation";
import { useWords } from "#components/words/words.tsx";

/** The prompt's id, which the address may name. */
export const promptId = "prompt";

/** The first that Tab reaches: the way past the navigation, and in the studio past the feed as well. */
export function SkipLink() {
  const t = useWords();
  const isStudio = usePathname() === "/";

  return (
    <a
      href={isStudio ? `#${promptId}` : "#main"}
      className="sr-only z-50 rounded-control bg-ink px-3 py-2 text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {isStudio ? t("layout.skipToPrompt") : t("layout.skip")}
    </a>
  );
}
