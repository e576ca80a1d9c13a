"use client";

import { isAskedToStop, type QueueRow } from "#components/queue/select-standing.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { RestingButton } from "#components/ui/resting-button.tsx";
import { useWords } from "#components/words/words.tsx";

/** What was asked to stop already goes on at its own card. */
export function StopOne({ row }: { row: QueueRow }) {
  const t = useWords();
  const { stop } = useQueueActions();
  const { generation } = row;
  if (!generation || isAskedToStop(row)) return null;

  return (
    <RestingButton
      size="small"
      variant="ghost"
      onPress={() => stop(generation, { hangsUp: false })}
    >
      {t("queue.stop")}
    </RestingButton>
  );
}
