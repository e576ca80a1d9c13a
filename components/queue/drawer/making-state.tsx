"use client";

import { useRecords } from "#components/data/select/use-records.ts";
import { PictureCount } from "#components/queue/drawer/picture-count.tsx";
import { Elapsed } from "#components/queue/progress/elapsed.tsx";
import { selectForecast } from "#components/queue/progress/select-forecast.ts";
import { UsualTime } from "#components/queue/progress/time-track.tsx";
import { isAskedToStop, type QueueRow } from "#components/queue/select-standing.ts";
import { useWords } from "#components/words/words.tsx";

/** How many pictures of it are made, since when, and how long that usually takes. */
export function MakingState({ row }: { row: QueueRow }) {
  const t = useWords();
  const { generation, attempts } = row;
  const usual = useRecords((records) =>
    generation ? selectForecast(records, generation).usual : null,
  );
  const ids = new Set(attempts.map(({ id }) => id));
  const since = generation?.attempts
    .filter(({ id, sentAt }) => ids.has(id) && sentAt !== null)
    .map(({ sentAt }) => sentAt ?? "")
    .sort()[0];
  const isSaving = attempts.every(({ state }) => state === "storing");

  return (
    <>
      {isAskedToStop(row) && <span>{t("progress.stopping")}</span>}
      {isSaving && <span>{t("progress.saving")}</span>}
      {since && !isSaving && <Elapsed since={since} />}
      {since && !isSaving && usual && <UsualTime since={since} usual={usual} />}
      <PictureCount row={row} />
    </>
  );
}
