"use client";

import { QueueRow } from "#components/queue/drawer/queue-row.tsx";
import { problemWords } from "#components/queue/problem-words.ts";
import type { StandingRow } from "#components/queue/select-standing.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { AttemptView } from "#lib/contract/generation-view.ts";

/** One that failed, and why; with Retry where that is free. */
export function FailedRow({ row }: { row: StandingRow }) {
  const t = useWords();
  const { retry } = useQueueActions();
  const { generation, attempts } = row;
  const free = freeOf(row);

  return (
    <QueueRow row={row} state={<span>{t(problemWords(attempts[0]?.error?.code).title)}</span>}>
      {free.length > 0 && (
        <Button size="small" onClick={() => retry(generation, free)}>
          {t("drawer.retry", { count: free.length })}
        </Button>
      )}
    </QueueRow>
  );
}

/** The ids of those that can be tried again for nothing. */
export function freeOf({ attempts }: StandingRow): string[] {
  return attempts.filter(canBeRetried).map(({ id }) => id);
}

/** Free, and nothing nearer is to be done: what may be billed, fetched or has to be changed is seen to at its card. */
function canBeRetried({ charged, error, imageUrl }: AttemptView): boolean {
  const [step] = problemWords(error?.code).steps;
  return charged === "no" && imageUrl === null && step === "retry";
}
