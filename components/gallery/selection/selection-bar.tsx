"use client";

import { ArchiveRestore, Heart, HeartOff, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import type { ImageListName } from "#components/data/records/list-name.ts";
import { useStore } from "#components/data/use-store.ts";
import { useListCount } from "#components/gallery/find/use-list-count.ts";
import { isEmpty, type Selection } from "#components/gallery/selection/selection.ts";
import type { Choosing } from "#components/gallery/selection/use-choosing.ts";
import type { Deed } from "#components/gallery/selection/use-deed.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";
import type { Words } from "#messages/create-words.ts";

interface SelectionBarProps {
  list: ImageListName;
  /** Whether the list has more than was read: then all of them are counted. */
  hasOlder: boolean;
  choosing: Choosing;
  deed: Deed;
}

/** How many are chosen, and what can be done to them. It lies over the foot of the gallery, and takes no room from it. */
export function SelectionBar({ list, hasOlder, choosing, deed }: SelectionBarProps) {
  const t = useWords();
  const { done, run, remove } = deed;
  const chosen = useStore(choosing.selection);
  const isShown = !isEmpty(chosen) || done !== null;
  const total = useListCount(list, isShown && hasOlder);
  if (!isShown) return null;

  return (
    <div
      role="toolbar"
      aria-label={t("gallery.selection")}
      className="fixed inset-x-0 bottom-(--tabs-height) z-30 flex animate-rise items-center gap-1 bg-surface p-2 shadow-panel max-md:border-line max-md:border-t md:inset-x-auto md:start-1/2 md:bottom-6 md:-translate-x-1/2 md:rounded-panel md:ps-4"
    >
      <p
        aria-live="polite"
        className="flex-1 whitespace-nowrap ps-2 font-semibold md:min-w-24 md:ps-0 md:pe-4"
      >
        {done === null
          ? describeSelection(chosen, { total, t })
          : t("gallery.changing", { count: done })}
      </p>
      {!chosen.isAll && (
        <BarButton onClick={choosing.chooseAll}>
          {t("gallery.selectAll")}
          {total && <span className="max-md:hidden">{tellTotal(total, t)}</span>}
        </BarButton>
      )}
      {list === "trash" ? (
        <>
          <BarButton icon={<ArchiveRestore aria-hidden />} onClick={() => run("restore")}>
            {t("gallery.restoreThem")}
          </BarButton>
          <BarButton icon={<Trash2 aria-hidden />} onClick={remove}>
            {t("gallery.purgeThem")}
          </BarButton>
        </>
      ) : (
        <>
          {list === "favorites" ? (
            <BarButton icon={<HeartOff aria-hidden />} onClick={() => run("unfavorite")}>
              {t("gallery.unfavoriteThem")}
            </BarButton>
          ) : (
            <BarButton icon={<Heart aria-hidden />} onClick={() => run("favorite")}>
              {t("gallery.favoriteThem")}
            </BarButton>
          )}
          <BarButton icon={<Trash2 aria-hidden />} onClick={remove}>
            {t("gallery.trashThem")}
          </BarButton>
        </>
      )}
      <IconButton label={t("gallery.clearSelection")} onClick={choosing.clear}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

function BarButton({
  icon,
  children,
  onClick,
}: {
  icon?: ReactNode;
  children: ReactNode;
  onClick: () => void;
}) {
  return (
    <Button
      variant="ghost"
      size="small"
      className="max-md:px-2 max-md:[&_svg]:hidden [&_svg]:size-4"
      onClick={onClick}
    >
      {icon}
      {children}
    </Button>
  );
}

interface SelectionWords {
  total: ImageCount | null;
  t: Words;
}

function describeSelection({ isAll, ids }: Selection, { total, t }: SelectionWords): string {
  const count = ids.size;
  if (!isAll) return t("gallery.selected", { count });
  if (count > 0) return t("gallery.allButSelected", { count });
  return total ? t("gallery.allCounted", { total: tellTotal(total, t) }) : t("gallery.allSelected");
}

/** As "1,248", or "10,000+". */
function tellTotal({ count, isCapped }: ImageCount, t: Words): string {
  return t("gallery.total", { count, isCapped: `${isCapped}` });
}
