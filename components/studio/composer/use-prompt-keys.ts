"use client";

import type { KeyboardEvent } from "react";
import { loadPart } from "#components/data/load-part.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { runShortcut } from "#components/layout/keys/run-shortcut.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { undoReplacement } from "#components/studio/draft/replace-draft.ts";
import { useWords } from "#components/words/words.tsx";

/** The prompt's own keys: what took a draft's place is taken back, and the prompts that were asked before are walked. True where a key was one of them. */
export function usePromptKeys(draftStore: DraftStore) {
  const t = useWords();
  const records = useRecordStore();

  async function walk(step: 1 | -1) {
    const { prompt: from } = draftStore.read().draft;
    const { walkPrompts } = await loadPart(
      () => import("#components/studio/draft/walk-prompts.ts"),
    );
    walkPrompts(step, { from, draftStore, records, t });
  }

  return (event: KeyboardEvent): boolean => {
    const { target, nativeEvent } = event;
    if (!(target instanceof HTMLTextAreaElement) || target.name !== "prompt") return false;
    if (undoByKey(event, draftStore)) return true;
    return runShortcut(nativeEvent, {
      olderPrompt: () => void walk(1).catch(() => {}),
      newerPrompt: () => void walk(-1).catch(() => {}),
    });
  };
}

/** A field's own key, whatever Settings say of the others. */
function undoByKey(event: KeyboardEvent, draftStore: DraftStore): boolean {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  const isUndo = key.toLowerCase() === "z" && (ctrlKey || metaKey) && !shiftKey;
  if (!isUndo || !undoReplacement(draftStore)) return false;

  event.preventDefault();
  return true;
}
