"use client";

import { ArchiveRestore, Heart, HeartOff, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import type { ImageListName } from "#components/data/records/list-name.ts";
import { isEmpty, type Selection } from "#components/gallery/selection/selection.ts";
import { useSelection } from "#components/gallery/selection/selection-store.ts";
import type { Choosing } from "#components/gallery/selection/use-choosing.ts";
import type { Deed } from "#components/gallery/selection/use-deed.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { Words } from "#messages/create-words.ts";

interface SelectionBarProps {
  list: ImageListName;
  choosing: Choosing;
  deed: Deed;
}

/** How many are chosen, and what can be done to them. It lies over the foot of the gallery, and takes no room from it. */
export function SelectionBar({ list, choosing, deed: { done, run, remove } }: SelectionBarProps) {
  const t = useWords();
  const chosen = useSelection(choosing.selection);
  if (isEmpty(chosen) && done === null) return null;

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
        {done === null ? describeSelection(chosen, t) : t("gallery.changing", { count: done })}
      </p>
      {!chosen.isAll && (
        <BarButton onClick={choosing.chooseAll}>{t("gallery.selectAll")}</BarButton>
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

function describeSelection({ isAll, ids }: Selection, t: Words): string {
  if (!isAll) return t("gallery.selected", { count: ids.size });
  return ids.size === 0
    ? t("gallery.allSelected")
    : t("gallery.allButSelected", { count: ids.size });
}
