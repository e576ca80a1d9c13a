"use client";

import { useEffect } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { useWords } from "#components/words/words.tsx";

/** Has the tab say what ended while nobody looked. Once in the layout; its code comes after the screen. */
export function DoneNotifier() {
  const store = useRecordStore();
  const { language } = useWords();

  useEffect(() => {
    const loading = loadPatiently(() => import("#components/notify/watch-away.ts"));
    void loading.then(({ watchAway }) => watchAway(store, language));
  }, [store, language]);

  return null;
}
