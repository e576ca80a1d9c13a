"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { lineOf, type SearchDraft, toDraft } from "#components/gallery/find/search-draft.ts";

export interface SearchLine {
  /** As it is written. */
  draft: SearchDraft;
  /** As it is in the address. */
  line: string;
  /** Goes on writing: what is typed comes into the address when one pauses, a step at once, with a place in the history of its own. */
  write: (draft: SearchDraft, options?: { isStep: boolean }) => void;
}

/** One who types pauses at least so long between two words. */
const pauseMs = 150;

/** The search of the gallery, which is in the address: Back leads to the one before, and a reload keeps it. */
export function useSearchLine(): SearchLine {
  const line = useSearchParams().get("q") ?? "";
  const [state, setState] = useState({ line, draft: toDraft(line), sent: noLines });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTyped = useRef(false);

  if (state.line !== line) {
    // What we wrote is behind what is typed by now; what others wrote, as Back does, is the truth.
    const at = state.sent.indexOf(line);
    const isOurs = at >= 0;
    setState({
      line,
      draft: isOurs ? state.draft : toDraft(line),
      sent: isOurs ? state.sent.slice(at + 1) : noLines,
    });
  }

  useEffect(() => {
    const onPop = () => {
      clearTimeout(timer.current);
      isTyped.current = false;
    };
    window.addEventListener("popstate", onPop);
    return () => {
      window.removeEventListener("popstate", onPop);
      clearTimeout(timer.current);
    };
  }, []);

  function send(next: string, isStep: boolean) {
    const url = new URL(window.location.href);
    if ((url.searchParams.get("q") ?? "") !== next) {
      if (next === "") url.searchParams.delete("q");
      else url.searchParams.set("q", next);
      setState((now) => ({ ...now, sent: [...now.sent, next] }));
      // Of a word that is typed the whole is one step.
      if (isTyped.current && !isStep) window.history.replaceState(null, "", url);
      else window.history.pushState(null, "", url);
    }
    isTyped.current = !isStep;
  }

  function write(draft: SearchDraft, { isStep } = { isStep: false }) {
    setState((now) => ({ ...now, draft }));
    clearTimeout(timer.current);
    const next = lineOf(draft);
    if (isStep) send(next, true);
    else timer.current = setTimeout(send, pauseMs, next, false);
  }

  return { draft: state.draft, line, write };
}

const noLines: readonly string[] = [];
