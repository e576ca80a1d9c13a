"use client";

import type { Deed } from "#components/gallery/selection/use-deed.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";

/** Asks before favourites, or all pictures of a list, go to the trash, and before anything goes from there for good. */
export function DeleteChosenDialog({ asked, answer }: Pick<Deed, "asked" | "answer">) {
  const t = useWords();
  const { isForGood, isAll, count } = asked ?? { isForGood: false, isAll: false, count: 0 };
  const title = isForGood
    ? t(isAll ? "gallery.purgeAskAll" : "gallery.purgeAsk", { count })
    : t(isAll ? "gallery.trashAll" : "gallery.trashFavorites", { count });
  const why = isAll ? "gallery.trashAllWhy" : "gallery.trashFavoritesWhy";

  return (
    <Dialog
      isOpen={asked !== null}
      onClose={() => answer(false)}
      title={title}
      actions={
        <>
          <Button onClick={() => answer(false)}>{t("gallery.keepThem")}</Button>
          <Button variant="danger" onClick={() => answer(true)}>
            {t(isForGood ? "gallery.purgeThem" : "image.moveToTrash")}
          </Button>
        </>
      }
    >
      <p className="text-muted">{t(isForGood ? "gallery.purgeWhy" : why)}</p>
    </Dialog>
  );
}
