"use client";

import { type ReactNode, useEffect, useState } from "react";
import { loadPage } from "#components/data/records/load-page.ts";
import { createRecordStore } from "#components/data/records/record-store.ts";
import { RecordsContext } from "#components/data/records/use-records.ts";
import { requestJson } from "#components/data/request-json.ts";
import { followEvents } from "#components/data/stream/follow-events.ts";

/** What a tab knows of the server's records, and the one stream of events that keeps it true: around all screens, once. */
export function RecordsProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createRecordStore);

  useEffect(
    () =>
      followEvents(store, {
        async refresh() {
          await Promise.all([...store.mountedLists()].map((name) => loadPage(store, name)));
        },
        async readSequence() {
          return (await requestJson("GET /api/generations", { query: { limit: "1" } })).sequence;
        },
      }),
    [store],
  );

  return <RecordsContext value={store}>{children}</RecordsContext>;
}
