"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { requestJson } from "#components/data/request-json.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { QueueRow } from "#components/queue/select-standing.ts";

/** So many rows are drawn at first, and more when the last of them comes into sight. The server names no more at once. */
const rowsOfPage = 50;

interface ShownRows {
  rows: readonly QueueRow[];
  /** What stands behind the last row while there are more; null when there are not. */
  more: RefObject<HTMLDivElement | null> | null;
}

/** As much of a long list as has been looked at, with what the tab does not know of it read once it is shown. */
export function useShownRows(all: readonly QueueRow[]): ShownRows {
  const [count, setCount] = useState(rowsOfPage);
  const end = useRef<HTMLDivElement>(null);
  const rows = all.slice(0, count);
  const hasMore = all.length > count;
  useKnown(rows);

  useEffect(() => {
    if (!hasMore || !end.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setCount(count + rowsOfPage),
      { rootMargin: "400px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, count]);

  return { rows, more: hasMore ? end : null };
}

/** Reads the generations of which only the queue tells. */
function useKnown(rows: readonly QueueRow[]) {
  const store = useRecordStore();
  const unknown = rows.filter(({ generation }) => generation === null).map(({ id }) => id);
  const ids = unknown.slice(0, rowsOfPage).join(",");

  useEffect(() => {
    if (ids === "") return;
    // What cannot be read now is when the panel is opened again.
    requestJson("GET /api/generations", { query: { ids } }).then(store.take, () => {});
  }, [store, ids]);
}
