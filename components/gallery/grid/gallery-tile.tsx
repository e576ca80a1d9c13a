"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { memo, type Ref } from "react";
import { useRecords } from "#components/data/select/use-records.ts";
import type { TileDeeds } from "#components/gallery/grid/tile-deeds.ts";
import { TileTools } from "#components/gallery/grid/tile-tools.tsx";
import { isEmpty } from "#components/gallery/selection/selection.ts";
import { useIsSelected } from "#components/gallery/selection/selection-store.ts";
import { usePress } from "#components/gallery/selection/use-press.ts";
import { Image } from "#components/image/image.tsx";
import { useTryAgainButton } from "#components/image/try-again-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { cn } from "#lib/platform/cn.ts";

interface GalleryTileProps {
  /** As it was laid out; what was done to it since the tile selects itself. */
  image: ImageTile;
  /** Pixels. */
  width: number;
  height: number;
  /** Whether Tab comes to it: of all tiles one. */
  isActive: boolean;
  linkRef: Ref<HTMLAnchorElement> | undefined;
  deeds: TileDeeds;
}

/** A picture of the gallery: a press opens it, or chooses it where some are chosen. */
export const GalleryTile = memo(function GalleryTile({
  image: laidOut,
  width,
  height,
  isActive,
  linkRef,
  deeds: { selection, onFocus, onChoose, onDelete },
}: GalleryTileProps) {
  const t = useWords();
  const { onBroken, tryAgainButton } = useTryAgainButton();
  const image = useRecords((records) => records.image(laidOut.id)) ?? laidOut;
  const { id } = image;
  const isSelected = useIsSelected(selection, id);
  const press = usePress({
    isChoosing: () => !isEmpty(selection.read()),
    onChoose: (way) => onChoose(id, way),
  });

  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: its link and buttons take the focus.
    <div
      role="gridcell"
      aria-selected={isSelected}
      data-slot="gallery-tile"
      className="group/tile relative shrink-0"
      style={{ width, height }}
      onFocus={() => onFocus(id)}
    >
      <Link
        ref={linkRef}
        href={`/gallery/${id}`}
        prefetch={false}
        tabIndex={isActive ? 0 : -1}
        // A drag is for choosing several, and the long press of a finger, too.
        draggable={false}
        className="block size-full scroll-my-24 rounded-picture [-webkit-touch-callout:none]"
        {...press}
      >
        <Image
          image={image}
          sizes={`${Math.ceil(width)}px`}
          onBroken={onBroken}
          className={cn(
            "size-full rounded-picture transition-transform duration-100 [&_img]:object-contain",
            isSelected && "scale-90",
          )}
          style={{ aspectRatio: "auto" }}
        />
      </Link>
      {tryAgainButton}
      {isSelected && (
        <span className="pointer-events-none absolute inset-0 rounded-picture ring-2 ring-ink ring-inset forced-colors:outline-2 forced-colors:outline-[Highlight]" />
      )}
      <button
        type="button"
        aria-label={t("gallery.select")}
        aria-pressed={isSelected}
        data-hint=""
        tabIndex={isActive ? 0 : -1}
        className={cn(checkClass, isSelected ? "bg-accent text-on-accent" : unchosenClass)}
        onClick={(event) => onChoose(id, event.shiftKey ? "range" : "toggle")}
      >
        <Check aria-hidden className="size-4" strokeWidth={2.5} />
      </button>
      <TileTools image={image} width={width} isActive={isActive} onDelete={onDelete} />
    </div>
  );
});

const checkClass =
  "absolute start-1.5 top-1.5 flex size-6 items-center justify-center rounded-full shadow-panel pointer-coarse:pointer-events-none pointer-coarse:size-7 forced-colors:border";

/** A finger chooses by resting on the picture, and then by a tap anywhere on it. While some are chosen, every picture shows that it can be. */
const unchosenClass =
  "bg-scrim text-white opacity-0 group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 focus-visible:opacity-100 in-data-choosing:opacity-100 pointer-coarse:not-in-data-choosing:hidden";
