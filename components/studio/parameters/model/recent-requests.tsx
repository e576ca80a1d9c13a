"use client";

import { formatTook } from "#components/image/format-took.ts";
import { useWords } from "#components/words/words.tsx";
import type { OwnModel } from "#lib/contract/model/own-model.ts";

/** How many of one's last requests were made, and how long that took; nothing where none is known. */
export function RecentRequests({ recent }: Pick<OwnModel, "recent">) {
  const t = useWords();
  if (!recent) return null;

  const { count, made, medianMs } = recent;
  const share = Math.round((made / count) * 100);
  const took = medianMs === null ? "none" : formatTook(medianMs, t);
  const sentence = t("models.recent", { count, share, took });

  return (
    <span title={sentence} className="flex shrink-0 gap-3 text-muted text-sm md:text-end">
      <span aria-hidden className="md:min-w-18">
        {t("models.share", { share })}
      </span>
      <span aria-hidden className="md:min-w-12">
        {medianMs === null ? "–" : took}
      </span>
      <span className="sr-only">{sentence}</span>
    </span>
  );
}
