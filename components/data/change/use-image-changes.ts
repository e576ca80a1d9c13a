"use client";

import { useMemo } from "react";
import {
  createImageChanges,
  type ImageChanges,
} from "#components/data/change/create-image-changes.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { useWords } from "#components/words/words.tsx";

/** What can be done to a picture here; the same functions each time that a screen is drawn. */
export function useImageChanges(): ImageChanges {
  const store = useRecordStore();
  const t = useWords();
  return useMemo(() => createImageChanges(store, t), [store, t]);
}
