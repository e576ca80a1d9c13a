"use client";

import { use } from "react";
import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import { useWords } from "#components/words/words.tsx";
import type { Reason } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** A reason in words; suspends until they are here. */
export function ReasonText({ reason }: { reason: Reason }) {
  return tellReason(reason, use(loadSeldomWords(useWords().language)));
}
