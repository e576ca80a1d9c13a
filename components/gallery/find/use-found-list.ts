"use client";

import { startTransition, useEffect, useReducer, useState } from "react";
import {
  type FoundListName,
  foundListName,
  isFound,
  queryOfFound,
} from "#components/data/records/list-name.ts";
import { loadPage, requestPage } from "#components/data/records/load-page.ts";
import type { Page } from "#components/data/records/snapshot.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { ShownList } from "#components/gallery/find/shown-list.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";

type ShownName = FoundListName | "images" | "favorites";
type FoundList = ShownList & { name: ShownName };

interface FoundOptions {
  line: string;
  onlyFavorites: boolean;
  /** The search that the server drew, with its page. */
  drawn: { line: string; page: Page };
}

/** The list of the search in the address: the one before is shown until it has come, and what is asked for in between is let go. */
export function useFoundList({ line, onlyFavorites, drawn }: FoundOptions): FoundList & {
  count: ImageCount | null;
} {
  const t = useWords();
  const store = useRecordStore();
  const nameOf = (q: string): ShownName =>
    foundListName({ q, onlyFavorites }) ?? (onlyFavorites ? "favorites" : "images");
  const name = nameOf(line);
  const isWrong = parseFindQuery(line).problems.length > 0;
  const isKnown = (each: ShownName) => store.list(each).ids.length > 0;
  const [shown, setShown] = useState<FoundList>(() => {
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

  return { ...shown, count: useFoundCount(isWrong ? shown.name : name) };
}

/** How many a search finds, counted again when pictures came or went; null until that is known, and where all are shown. */
function useFoundCount(name: ShownName): ImageCount | null {
  const store = useRecordStore();
  const [counted, setCounted] = useState<ImageCount | null>(null);
  const [news, tellNews] = useReducer((times: number) => times + 1, 0);

  useEffect(() => {
    if (!isFound(name)) return;
    return store.subscribeToNews(({ type }) => {
      // Whether the search finds it only the server knows.
      if (type === "image-stored") loadPage(store, name).catch(() => {});
      if (type.startsWith("image") || type.startsWith("generation-")) tellNews();
    });
  }, [store, name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with news there may be others.
  useEffect(() => {
    if (!isFound(name)) return setCounted(null);
    const controller = new AbortController();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const query = { ...queryOfFound(name), timeZone };
    requestJson("GET /api/images/count", { query, signal: controller.signal }).then(
      setCounted,
      // The pictures tell that the server is not reached.
      () => {},
    );
    return () => controller.abort();
  }, [name, news]);

  return counted;
}
