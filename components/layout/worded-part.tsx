"use client";

import { type ComponentType, type ReactNode, use } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import { useWords, WordsProvider } from "#components/words/words.tsx";

/** A `lazyPart` with words that no page brings: they come with it, on the server as well, so that it is never drawn without. */
export function wordedPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part: ComponentType<Props> & { preload: () => void } = lazyPart(load);

  return (props) => (
    <SeldomWords preload={Part.preload}>
      <Part {...props} />
    </SeldomWords>
  );
}

function SeldomWords({ preload, children }: { preload: () => void; children: ReactNode }) {
  // The code comes beside the words, and not after them.
  preload();
  const { language, messages } = use(loadSeldomWords(useWords().language));

  return (
    <WordsProvider language={language} messages={messages}>
      {children}
    </WordsProvider>
  );
}
