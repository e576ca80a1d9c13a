"use client";

import { useEffect, useState } from "react";
import { type ImageListName, isFound, queryOfFound } from "#components/data/records/list-name.ts";
import { requestJson } from "#components/data/request-json.ts";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";

/** How many pictures a list has, counted while that is wanted; null until then, and for the trash, which is not counted. */
export function useListCount(list: ImageListName, isWanted: boolean): ImageCount | null {
  const [count, setCount] = useState<ImageCount | null>(null);

  useEffect(() => {
    if (!isWanted || list === "trash") return;
    const controller = new AbortController();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const search = isFound(list) ? queryOfFound(list) : {};
    const query = { ...search, timeZone, ...(list === "favorites" && { favorites: "true" }) };
    requestJson("GET /api/images/count", { query, signal: controller.signal }).then(
      setCount,
      // "Select all" says as much without it.
      () => {},
    );
    return () => {
      controller.abort();
      setCount(null);
    };
  }, [list, isWanted]);

  return count;
}
