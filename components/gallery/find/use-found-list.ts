"use client";

import { startTransition, useEffect, useState } from "react";
import { type ImageListName, isFound, listNameOf } from "#components/data/records/list-name.ts";
import { loadPage, requestPage } from "#components/data/records/load-page.ts";
import type { Page } from "#components/data/records/snapshot.ts";
import { describeRequestFailure } from "#components/data/request-json.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { ShownList } from "#components/gallery/find/shown-list.ts";
import { useListCount } from "#components/gallery/find/use-list-count.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";

interface FoundOptions {
  line: string;
  onlyFavorites: boolean;
  /** The search that the server drew, with its page. */
  drawn: { line: string; page: Page };
}

/** The list of the search in the address: the one before is shown until it has come, and what is asked for in between is let go. */
export function useFoundList({ line, onlyFavorites, drawn }: FoundOptions): ShownList & {
  /** How many a search finds; null where all are shown. */
  count: ImageCount | null;
} {
  const t = useWords();
  const store = useRecordStore();
  const nameOf = (q: string) => listNameOf({ q, onlyFavorites });
  const name = nameOf(line);
  const isWrong = parseFindQuery(line).problems.length > 0;
  const isKnown = (each: ImageListName) => store.list(each).ids.length > 0;
  const [shown, setShown] = useState<ShownList>(() => {
    const isOther = name !== nameOf(drawn.line) && isKnown(name);
    return isOther ? { name, page: null } : { name: nameOf(drawn.line), page: drawn.page };
  });

  useEffect(() => {
    if (name === shown.name || isWrong) return;
    // What is typed meanwhile is more urgent than drawing this.
    const show = (page: Page | null) => startTransition(() => setShown({ name, page }));
    if (store.list(name).ids.length > 0) return show(null);

    const controller = new AbortController();
    requestPage(name, { signal: controller.signal }).then(show, (error) => {
      if (!controller.signal.aborted) showToast(describeRequestFailure(error, t));
    });
    return () => controller.abort();
  }, [name, shown.name, isWrong, store, t]);

  useEffect(() => {
    if (!isFound(name)) return;
    return store.subscribeToNews(({ type }) => {
      // Whether the search finds it only the server knows.
      if (type === "image-stored") loadPage(store, name).catch(() => {});
    });
  }, [store, name]);

  const counted = isWrong ? shown.name : name;
  return { ...shown, count: useListCount(counted, isFound(counted)) };
}
