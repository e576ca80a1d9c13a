"use client";

import { useEffect, useState } from "react";
import { listNameOf, queryOf } from "#components/data/records/list-name.ts";
import { requestJson } from "#components/data/request-json.ts";
import { findQueryMax, parseFindQuery } from "#lib/contract/library/find-query.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface FoundPictures {
  /** What they were found by. */
  query: string;
  images: readonly ImageTile[];
}

/** One who types pauses at least so long between two words. */
const pauseMs = 120;

/** Pictures of the whole library that the server finds for a query, once one pauses; what does not come is not offered. */
export function useFoundPictures(query: string): FoundPictures {
  const [found, setFound] = useState<FoundPictures>({ query: "", images: [] });
  const q = query.trim();

  useEffect(() => {
    if (q === "" || q.length > findQueryMax || parseFindQuery(q).problems.length > 0) return;
    const controller = new AbortController();
    const { signal } = controller;
    const query = { ...queryOf(listNameOf({ q, onlyFavorites: false })), limit: "8" };
    const timer = setTimeout(() => {
      requestJson("GET /api/images", { query, signal }).then(
        ({ images }) => setFound({ query: q, images }),
        () => {},
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [q]);

  return found.query === q ? found : { query: q, images: [] };
}
