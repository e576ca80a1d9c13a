"use client";

import { Heart, ImagePlus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { memo, type Ref } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { useRecords } from "#components/data/select/use-records.ts";
import { Image } from "#components/image/image.tsx";
import { useTryAgainButton } from "#components/image/try-again-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { cn } from "#lib/platform/cn.ts";

interface GalleryTileProps {
  /** As it was laid out; what was done to it since the tile selects itself. */
  image: ImageTile;
  /** Pixels. */
  height: number;
  /** Whether Tab comes to it: of all tiles one. */
  isActive: boolean;
  linkRef: Ref<HTMLAnchorElement> | undefined;
  onFocus: (imageId: string) => void;
  onDelete: (image: ImageTile) => void;
}

/** A picture of the gallery: it opens on a press, and can be made a favourite, deleted, or used as a reference where it is. */
export const GalleryTile = memo(function GalleryTile({
  image: laidOut,
  height,
  isActive,
  linkRef,
  onFocus,
  onDelete,
}: GalleryTileProps) {
  const t = useWords();
  const router = useRouter();
  const { toggleFavorite } = useImageChanges();
  const { onBroken, tryAgainButton } = useTryAgainButton();
  const image = useRecords((records) => records.image(laidOut.id)) ?? laidOut;
  const width = (height * image.width) / image.height;
  const tabIndex = isActive ? 0 : -1;

  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: its link and buttons take the focus.
    <div
      role="gridcell"
      data-slot="gallery-tile"
      className="group/tile relative shrink-0"
      style={{ width, height }}
      onFocus={() => onFocus(image.id)}
    >
      <Link
        ref={linkRef}
        href={`/gallery/${image.id}`}
        prefetch={false}
        tabIndex={tabIndex}
        className="block size-full scroll-my-24 rounded-picture"
      >
        <Image
          image={image}
          sizes={`${Math.ceil(width)}px`}
          onBroken={onBroken}
          className="rounded-picture"
        />
      </Link>
      {tryAgainButton}
      <IconButton
        label={t(image.isFavorite ? "image.removeFavorite" : "image.addFavorite")}
        aria-pressed={image.isFavorite}
        tabIndex={tabIndex}
        className={cn(overlay, "end-1", !image.isFavorite && hidden, "pointer-coarse:opacity-100")}
        onClick={() => toggleFavorite(image)}
      >
        <Heart aria-hidden className={cn(image.isFavorite && "fill-current")} />
      </IconButton>
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
    </div>
  );
});

/** White with a shadow is seen on any picture. */
const overlay =
  "absolute bottom-1 text-white not-disabled:hover:bg-black/35 not-disabled:hover:text-white [&_svg]:drop-shadow-[0_0_3px_rgb(0_0_0/75%)]";

/** On a touch screen deleting is on the picture's own screen: two targets of 44 pixels would cover a small tile. */
const hidden =
  "opacity-0 group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 focus-visible:opacity-100";
