"use client";

import { useState } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { createSubmitter, type Submitter } from "#components/data/submit/create-submitter.ts";
import { requestSingle } from "#components/data/submit/request-single.ts";

const submitters = new WeakMap<RecordStore, Submitter>();

/** What turns presses into requests, one for all screens of this tab: what is pressed in one is seen in the others. */
export function useSubmitter(): Submitter {
  const store = useRecordStore();
  const [submitter] = useState(() => submitters.get(store) ?? open(store));
  return submitter;
}

function open(store: RecordStore): Submitter {
  const submitter = createSubmitter({
    store,
    storage: () => openBrowserStorage("session").storage,
    request: requestSingle,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  submitters.set(store, submitter);
  return submitter;
}
