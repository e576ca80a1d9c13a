"use client";

import { type KeyboardEvent, useMemo, useState } from "react";
import { runShortcut } from "#components/layout/keys/run-shortcut.ts";
import {
  arrangeModels,
  canBeMarked,
  type ModelView,
} from "#components/studio/parameters/model/arrange-models.ts";
import {
  isSame,
  type ModelKey,
  type ModelOption,
} from "#components/studio/parameters/model/model-sections.ts";
import {
  readTypedModels,
  rememberTypedModel,
} from "#components/studio/parameters/model/typed-models.ts";
import { useOwnModels } from "#components/studio/parameters/model/use-own-models.ts";
import { isComposing } from "#components/ui/is-composing.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

export interface ModelSearchOptions {
  offers: readonly ModelOffer[];
  /** The one that is chosen. */
  value: ModelKey;
  onChoose: (option: ModelOption) => void;
  /** What was typed before its code had come. */
  early: EarlySearch;
}

export interface EarlySearch {
  query: string;
  /** Whether the first that is found was chosen with it. */
  isEntered: boolean;
}

export type ModelSearch = ReturnType<typeof useModelSearch>;

const pageRows = 8;
const wholeView: ModelView = { gatewayId: null, ability: null, isHiddenShown: false };

/** A search among models: what it finds, the option that Enter would choose, and the keys that move there. */
export function useModelSearch({ offers, value, onChoose, early }: ModelSearchOptions) {
  const [query, setQuery] = useState(early.query);
  const [typed] = useState(readTypedModels);
  /** What is lit since the query was changed, and its place; null until anything was found. */
  const [lit, setLit] = useState<{ option: ModelOption; at: number } | null>(null);

  const [view, setView] = useState<ModelView>(wholeView);
  const { own, toggleStar, toggleHidden } = useOwnModels();

  const t = useWords();
  const { sections, left, hiddenCount } = useMemo(
    () => arrangeModels({ offers, value, typed, query, own, view, t }),
    [offers, value, typed, query, own, view, t],
  );
  const options = sections.flatMap((section) => section.options);
  const start = query === "" ? options.findIndex((option) => isSame(option, value)) : 0;
  // Wherever the list moves it, Enter is for what was seen; what goes out of sight leaves its place to the next.
  const same = lit ? options.findIndex((option) => isSame(option, lit.option)) : start;
  const at = same < 0 ? Math.min(lit?.at ?? 0, options.length - 1) : same;
  const active = options[at] ?? null;
  if (active && !(lit?.at === at && isSame(lit.option, active))) setLit({ option: active, at });

  function chooseByKey(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (active && canBeMarked(active)) {
      const actions = { star: () => toggleStar(active), hide: () => toggleHidden(active) };
      if (runShortcut(event.nativeEvent, actions)) return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;

    const target = options[targetOf(event.key, { active: at, count: options.length }) ?? -1];
    if (!target && event.key !== "Enter") return;

    // Enter would send the form around, and arrows move the caret.
    event.preventDefault();
    if (target) setLit({ option: target, at: options.indexOf(target) });
    else if (active) choose(active);
  }

  function choose(option: ModelOption) {
    if (option.kind !== "listed") rememberTypedModel(option);
    onChoose(option);
  }

  function search(text: string) {
    setQuery(text);
    setLit(null);
  }

  return {
    query,
    search,
    sections,
    active,
    count: options.length,
    left,
    choose,
    chooseByKey,
    own,
    toggleStar,
    toggleHidden,
    hiddenCount,
    view,
    changeView(change: Partial<ModelView>) {
      setView({ ...view, ...change });
      setLit(null);
    },
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
