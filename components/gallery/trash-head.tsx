"use client";

import type { Choosing } from "#components/gallery/selection/use-choosing.ts";
import type { Deed } from "#components/gallery/selection/use-deed.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import { trashDays } from "#lib/contract/library/trash-days.ts";

/** What the trash is, and the way to empty it. */
export function TrashHead({ choosing, deed }: { choosing: Choosing; deed: Deed }) {
  const t = useWords();

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-2">
      <p className="text-muted">{t("gallery.trashRule", { days: trashDays })}</p>
      <Button
        size="small"
        onClick={() => {
          choosing.chooseAll();
          deed.remove();
        }}
      >
        {t("gallery.emptyTrash")}
      </Button>
    </div>
  );
}
