"use client";

import { createContext } from "react";
import type { RecordStore } from "#components/data/records/record-store.ts";

/** Where the store of this tab is, once a screen has needed it: one that needs none has none of its code. */
export interface RecordsPlace {
  store: RecordStore | null;
}

export const RecordsContext = createContext<RecordsPlace | null>(null);
