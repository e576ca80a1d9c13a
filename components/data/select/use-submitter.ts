"use client";

import { useState } from "react";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { Submitter } from "#components/data/submit/create-submitter.ts";
import { openSubmitter } from "#components/data/submit/open-submitter.ts";

/** What turns presses into requests. */
export function useSubmitter(): Submitter {
  const store = useRecordStore();
  const [submitter] = useState(() => openSubmitter(store));
  return submitter;
}
