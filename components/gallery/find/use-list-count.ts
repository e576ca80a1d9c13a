"use client";

import { useEffect, useState } from "react";
import { type ImageListName, queryOf } from "#components/data/records/list-name.ts";
import { requestJson } from "#components/data/request-json.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

/** News by which a list may have more pictures, or less. */
const changing: readonly StudioEvent["type"][] = [
  "image-stored",
  "image-updated",
  "images-updated",
  "images-purged",
  "generation-deleted",
  "generation-restored",
];

/** How many pictures a list has, counted while that is wanted, and again when pictures came or went; null until then, and for the trash, which is not counted. */
export function useListCount(name: ImageListName, isWanted: boolean): ImageCount | null {
  const store = useRecordStore();
  const [counted, setCounted] = useState<ImageCount | null>(null);
  const isCounted = isWanted && name !== "trash";

  useEffect(() => {
    if (!isCounted) return;
    let controller = new AbortController();
    const ask = () => {
      controller.abort();
      controller = new AbortController();
      const asked = { query: queryOf(name), signal: controller.signal };
      // Where the server is not reached the pictures tell.
      requestJson("GET /api/images/count", asked).then(setCounted, () => {});
    };
    ask();
    const stop = store.subscribeToNews(({ type }) => changing.includes(type) && ask());
    return () => {
      stop();
      controller.abort();
    };
  }, [store, name, isCounted]);

  return isCounted ? counted : null;
}
