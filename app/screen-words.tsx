import type { ReactNode } from "react";
import { getWords } from "#app/words.server.ts";
import { WordsProvider } from "#components/words/words.tsx";
import type { MessageSpace } from "#messages/messages.ts";

interface ScreenWordsProps {
  /** What the screen says, beyond what the layout has brought. */
  spaces: readonly MessageSpace[];
  children: ReactNode;
}

/** Brings a screen the words that it needs, and no others. */
export async function ScreenWords({ spaces, children }: ScreenWordsProps) {
  const { language, messages } = await getWords();
  const own = Object.fromEntries(spaces.map((space) => [space, messages[space] ?? {}]));

  return (
    <WordsProvider language={language} messages={own}>
      {children}
    </WordsProvider>
  );
}
