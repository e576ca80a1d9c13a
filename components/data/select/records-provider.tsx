"use client";

import { type ReactNode, useState } from "react";
import { RecordsContext, type RecordsPlace } from "#components/data/select/records-context.ts";

/** Keeps what a tab knows of the server's records from one screen to the next: around all of them, once. */
export function RecordsProvider({ children }: { children: ReactNode }) {
  const [place] = useState<RecordsPlace>({ store: null });
  return <RecordsContext value={place}>{children}</RecordsContext>;
}
