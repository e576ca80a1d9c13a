"use client";

import { ArchiveRestore, Heart, ImagePlus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { trashDays } from "#lib/contract/library/trash-days.ts";
import { cn } from "#lib/platform/cn.ts";

interface TileToolsProps {
  image: ImageTile;
  /** Of the tile, in pixels. */
  width: number;
  isActive: boolean;
  onDelete: (image: ImageTile) => void;
}

/** Narrower than this, in pixels, a tile has room for its heart alone; and than that, for nothing that a finger could miss. */
const roomForAll = 136;
const roomForHeart = 100;

/** What can be done to a picture where it is: it is made a favourite, deleted, or used as a reference; in the trash it is restored. */
export function TileTools({ image, width, isActive, onDelete }: TileToolsProps) {
  const t = useWords();
  const router = useRouter();
  const { toggleFavorite, restoreImage } = useImageChanges();
  const tabIndex = isActive ? 0 : -1;

  if (image.deletedAt !== null) {
    return (
      <>
        <p className="pointer-events-none absolute start-1.5 bottom-1.5 rounded-full bg-scrim px-2 text-white text-xs">
          {t("gallery.daysLeft", { days: daysLeft(image.deletedAt) })}
        </p>
        <IconButton
          label={t("gallery.restoreThem")}
          tabIndex={tabIndex}
          className={cn(overlay, hidden, "end-1 pointer-coarse:opacity-100")}
          onClick={() => restoreImage(image)}
        >
          <ArchiveRestore aria-hidden />
        </IconButton>
      </>
    );
  }
  return (
    <>
      <IconButton
        label={t(image.isFavorite ? "image.removeFavorite" : "image.addFavorite")}
        aria-pressed={image.isFavorite}
        tabIndex={tabIndex}
        className={cn(
          overlay,
          "end-1",
          !image.isFavorite && hidden,
          width < roomForHeart ? "pointer-coarse:hidden" : "pointer-coarse:opacity-100",
        )}
        onClick={() => toggleFavorite(image)}
      >
        <Heart aria-hidden className={cn(image.isFavorite && "fill-current")} />
      </IconButton>
      {width >= roomForAll && (
        <>
          <IconButton
            label={t("image.delete")}
            tabIndex={tabIndex}
            className={cn(overlay, hidden, "start-1 pointer-coarse:hidden")}
            onClick={() => onDelete(image)}
          >
            <Trash2 aria-hidden />
          </IconButton>
          <IconButton
            label={t("image.useAsReference")}
            tabIndex={tabIndex}
            className={cn(overlay, hidden, "start-10 pointer-coarse:hidden")}
            onClick={() => router.push(`/?reference=${image.id}`)}
          >
            <ImagePlus aria-hidden />
          </IconButton>
        </>
      )}
    </>
  );
}

const dayMs = 24 * 60 * 60_000;

/** Whole days until it is deleted for good. */
function daysLeft(deletedAt: string): number {
  const passed = Date.now() - Date.parse(deletedAt);
  return Math.max(0, Math.ceil(trashDays - passed / dayMs));
}

/** White with a shadow is seen on any picture. While some are chosen there is only choosing. */
const overlay =
  "absolute bottom-1 text-white not-disabled:hover:bg-black/35 not-disabled:hover:text-white [&_svg]:drop-shadow-[0_0_3px_rgb(0_0_0/75%)] in-data-choosing:hidden";

/** On a touch screen deleting is on the picture's own screen, or by choosing it: two targets of 44 pixels would cover a small tile. */
const hidden =
  "opacity-0 group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 focus-visible:opacity-100";
