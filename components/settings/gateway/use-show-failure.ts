"use client";

import { describeRequestFailure } from "#components/data/request-json.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** A function that says why something that belongs to no field was not stored. */
export function useShowFailure(): (error: unknown) => void {
  const t = useWords();
  return (error) => showToast(describeRequestFailure(error, t));
}
