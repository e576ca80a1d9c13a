"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Reference } from "#components/studio/draft/reference.ts";
import {
  findMentioned,
  type Mention,
  readMention,
} from "#components/studio/references/read-mention.ts";
import { isComposing } from "#components/ui/is-composing.ts";

interface MentionOptions {
  /** Those that are sent, in their order. */
  references: readonly Reference[];
  /** The words that name a picture in a prompt, by its place from 1. */
  nameOf: (place: number) => string;
}

/**
 * The list that an "@" in the prompt opens. It listens to the field from outside, since its code comes with the first reference:
 * before the field's own keys, and of those only what the open list needs.
 */
export function useMention({ references, nameOf }: MentionOptions) {
  const [mention, setMention] = useState<Mention | null>(null);
  const [moved, setMoved] = useState(0);
  const options = mention ? findMentioned(references, mention.query) : [];
  const at = Math.min(moved, options.length - 1);

  function choose(place: number) {
    const field = promptField();
    if (!field || !mention) return;

    field.focus();
    field.setSelectionRange(mention.start, mention.start + 1 + mention.query.length);
    // As if it were typed: the draft hears of it, and the browser's own undo takes it back.
    document.execCommand("insertText", false, `${nameOf(place)} `);
    setMention(null);
  }

  const onInput = useEffectEvent(() => {
    const field = promptField();
    setMention(field && readMention(field.value, field.selectionStart));
    setMoved(0);
  });
  const onCaret = useEffectEvent(() => {
    const field = promptField();
    if (mention && field && !readMention(field.value, field.selectionStart)) setMention(null);
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const option = options[at];
    if (!option || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;

    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: options.length - 1 };
    const step = steps[event.key];
    if (step !== undefined) setMoved((at + step) % options.length);
    else if (event.key === "Escape") setMention(null);
    else if (event.key === "Enter" || event.key === "Tab") choose(option.place);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const field = promptField();
    const controller = new AbortController();
    const { signal } = controller;
    field?.addEventListener("input", onInput, { signal });
    field?.addEventListener("keydown", onKey, { signal });
    field?.addEventListener("blur", () => setMention(null), { signal });
    document.addEventListener("selectionchange", onCaret, { signal });
    return () => controller.abort();
  }, []);

  return { options, active: options[at] ?? null, choose };
}

/** The composer's field. */
export function promptField(): HTMLTextAreaElement | null {
  const [field] = document.getElementsByName("prompt");
  return field instanceof HTMLTextAreaElement ? field : null;
}
