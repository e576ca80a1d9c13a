"use client";

import { type ReactNode, use } from "react";
import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import { useWords, WordsProvider } from "#components/words/words.tsx";

/** Brings what stands within it the words that no page brings, on the server as well; suspends until they are here. */
export function SeldomWords({ children }: { children: ReactNode }) {
  const { language } = useWords();

  return (
    <WordsProvider language={language} messages={use(loadSeldomWords(language)).messages}>
      {children}
    </WordsProvider>
  );
}
