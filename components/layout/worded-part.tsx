"use client";

import type { ComponentType } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { SeldomWords } from "#components/layout/seldom-words.tsx";

/** A `lazyPart` with words that no page brings: they come with it, so that it is never drawn without. */
export function wordedPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part: ComponentType<Props> & { preload: () => void } = lazyPart(load);

  return (props) => {
    // The code comes beside the words, and not after them.
    Part.preload();

    return (
      <SeldomWords>
        <Part {...props} />
      </SeldomWords>
    );
  };
}
