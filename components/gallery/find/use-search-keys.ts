"use client";

import { type KeyboardEvent, useState } from "react";
import type { Suggestion } from "#components/gallery/find/list-suggestions.ts";
import type { SearchEdit } from "#components/gallery/find/use-search-edit.ts";
import { isComposing } from "#components/ui/is-composing.ts";

interface SearchKeysOptions {
  suggestions: readonly Suggestion[];
  edit: SearchEdit;
  onOpen: (isOpen: boolean) => void;
}

/** The keys of the search's field: arrows through its suggestions, Enter, Escape, which clears and then leaves, Backspace to the chips. */
export function useSearchKeys({ suggestions, edit, onOpen }: SearchKeysOptions): {
  /** The suggestion where the arrows stand; -1 where they stand at none. */
  active: number;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
} {
  const { text } = edit.draft;
  // Other suggestions begin anew: Enter is for what was typed, until an arrow was pressed.
  const [moved, setMoved] = useState({ text, active: -1 });
  const active = moved.text === text && moved.active < suggestions.length ? moved.active : -1;

  function step(by: number) {
    onOpen(true);
    const count = suggestions.length + 1;
    // From the last to none, and from none to the first.
    setMoved({ text, active: ((active + 1 + by + count) % count) - 1 });
  }

  function onEnter() {
    const chosen = suggestions[active];
    if (chosen) return edit.choose(chosen);
    edit.finish();
    onOpen(false);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key, currentTarget: field } = event;
    const deeds: Partial<Record<string, () => void>> = {
      arrowdown: () => step(1),
      arrowup: () => step(-1),
      enter: onEnter,
      escape: () => (edit.isEmpty ? field.blur() : edit.clear()),
      ...(text === "" && { backspace: edit.removeLast }),
    };
    const deed = isComposing(event.nativeEvent) ? undefined : deeds[key.toLowerCase()];
    if (!deed) return;

    event.preventDefault();
    deed();
  }

  return { active, onKeyDown };
}
