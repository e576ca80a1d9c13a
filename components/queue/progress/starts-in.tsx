"use client";

import { useRecords } from "#components/data/select/use-records.ts";
import { estimateStart, roundStart } from "#components/queue/progress/estimate-start.ts";
import { selectLine } from "#components/queue/progress/select-line.ts";
import { useNow } from "#components/queue/use-now.ts";
import { useWords } from "#components/words/words.tsx";

/** "in about 30–50 s": how long it is until its turn. Nothing where too little is known to say so. */
export function StartsIn({ attemptId }: { attemptId: string }) {
  const t = useWords();
  const now = useNow();
  const line = useRecords((records) => selectLine(records, attemptId));
  // The server does not know what time it is for the reader.
  if (!line || now === 0) return null;

  return (
    <span title={t("progress.startsInOf")}>
      {t("progress.startsIn", roundStart(estimateStart(line, now)))}
    </span>
  );
}
