"use client";

import { Layers } from "lucide-react";
import { placeClass, placeIconClass } from "#components/layout/place-class.ts";
import { queueId } from "#components/layout/queue-id.ts";
import { countPictures } from "#components/queue/select-standing.ts";
import { useStanding } from "#components/queue/use-standing.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

/** The queue among a phone's tabs, with how many pictures are under way. */
export function QueueTab() {
  const t = useWords();
  const { standing } = useStanding();
  const count = countPictures(standing.making) + countPictures(standing.waiting);

  return (
    <button type="button" popoverTarget={queueId} className={cn(placeClass, "md:hidden")}>
      <span className={placeIconClass}>
        <Layers aria-hidden />
        {count > 0 && (
          <span className="absolute top-0 start-8 min-w-4.5 rounded-full bg-accent px-1 text-center font-semibold text-on-accent">
            {count}
          </span>
        )}
      </span>
      {t("queue.title")}
    </button>
  );
}
