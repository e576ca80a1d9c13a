"use client";

import { type KeyboardEvent, useState } from "react";
import {
  isSame,
  type ModelKey,
  type ModelOption,
  modelSections,
} from "#components/studio/parameters/model/model-sections.ts";
import {
  readTypedModels,
  rememberTypedModel,
} from "#components/studio/parameters/model/typed-models.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

export interface ModelSearchOptions {
  offers: readonly ModelOffer[];
  /** The one that is chosen. */
  value: ModelKey;
  onChoose: (option: ModelOption) => void;
}

const pageRows = 8;

/** A search among models: what it finds, the option that Enter would choose, and the keys that move there. */
export function useModelSearch({ offers, value, onChoose }: ModelSearchOptions) {
  const [query, setQuery] = useState("");
  const [typed] = useState(readTypedModels);
  /** Where the arrows went since the query was changed. */
  const [moved, setMoved] = useState<number | null>(null);

  const t = useWords();
  const { sections, left } = modelSections({ offers, value, typed, query, t });
  const options = sections.flatMap((section) => section.options);
  const start = query === "" ? options.findIndex((option) => isSame(option, value)) : 0;
  const active = Math.min(moved ?? Math.max(0, start), options.length - 1);

  function chooseByKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;

    const target = targetOf(event.key, { active, count: options.length });
    if (target === null && event.key !== "Enter") return;

    // Enter would send the form around, and arrows move the caret.
    event.preventDefault();
    const option = options[active];
    if (target !== null) setMoved(target);
    else if (option) choose(option);
  }

  function choose(option: ModelOption) {
    if (option.kind !== "listed") rememberTypedModel(option);
    onChoose(option);
  }

  function search(text: string) {
    setQuery(text);
    setMoved(null);
  }

  return {
    query,
    search,
    sections,
    active: options[active] ?? null,
    count: options.length,
    left,
    choose,
    chooseByKey,
  };
}

/** Null for a key that does not move. */
function targetOf(
  key: string,
  { active, count }: { active: number; count: number },
): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return (active + 1) % count;
    case "ArrowUp":
      return (active - 1 + count) % count;
    case "PageDown":
      return Math.min(count - 1, active + pageRows);
    case "PageUp":
      return Math.max(0, active - pageRows);
    default:
      return null;
  }
}
