"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { createWords, type Words } from "#messages/create-words.ts";
import type { Messages } from "#messages/messages.ts";

const WordsContext = createContext<Words | null>(null);

interface WordsProviderProps {
  language: string;
  /** Those that what stands within needs beyond what is brought around it. */
  messages: Messages;
  children: ReactNode;
}

/** Brings words to a screen. */
export function WordsProvider({ language, messages, children }: WordsProviderProps) {
  const around = use(WordsContext);
  const words = useMemo(
    () => createWords(language, { ...around?.messages, ...messages }),
    [language, messages, around],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the page around; throws outside of one. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error("useWords needs a WordsProvider around it.");
  return words;
}
