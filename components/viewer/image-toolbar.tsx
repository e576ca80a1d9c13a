"use client";

import { ArrowLeft, ChevronLeft, ChevronRight, Heart, Maximize, Trash2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { useAriaKeys } from "#components/layout/keys/use-aria-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Inspector } from "#components/viewer/inspector/use-inspector.ts";
import { ShareLink } from "#components/viewer/share-link.tsx";
import type { Fullscreen } from "#components/viewer/use-fullscreen.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface ImageToolbarProps {
  /** As it is now; the detail's own may be older. */
  image: ImageView;
  neighbours: Pick<ImageDetail, "newerId" | "olderId">;
  inspector: Inspector;
  fullscreen: Fullscreen;
  onBack: () => void;
  onDelete: () => void;
}

/** The ways from a picture, and what can be done with it at once. */
export function ImageToolbar({
  image,
  neighbours,
  inspector,
  fullscreen,
  onBack,
  onDelete,
}: ImageToolbarProps) {
  const t = useWords();
  const { toggleFavorite } = useImageChanges();

  return (
    <header className="flex h-(--top-height) shrink-0 items-center gap-1 bg-canvas px-1 md:ps-0 md:pe-4">
      <a
        href="/gallery"
        aria-label={t("viewer.back")}
        data-hint=""
        className={iconLink}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onBack();
        }}
      >
        <ArrowLeft aria-hidden />
      </a>
      <nav aria-label={t("viewer.pictures")} className="flex max-[22rem]:hidden md:gap-1">
        <NeighbourLink name="newer" id={neighbours.newerId} label={t("viewer.newer")}>
          <ChevronLeft aria-hidden />
        </NeighbourLink>
        <NeighbourLink name="older" id={neighbours.olderId} label={t("viewer.older")}>
          <ChevronRight aria-hidden />
        </NeighbourLink>
      </nav>
      <div className="flex items-center md:ms-auto md:gap-1">
        {image.deletedAt === null && (
          <IconButton
            label={t(image.isFavorite ? "image.removeFavorite" : "image.addFavorite")}
            aria-pressed={image.isFavorite}
            className={cn(image.isFavorite && "text-ink")}
            onClick={() => toggleFavorite(image)}
          >
            <Heart aria-hidden className={cn(image.isFavorite && "fill-current")} />
          </IconButton>
        )}
        <ShareLink image={image} className={iconLink} />
        {image.deletedAt === null && (
          <IconButton label={t("image.delete")} onClick={onDelete}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
        {fullscreen.isOffered && (
          <IconButton
            label={t("viewer.fullscreen")}
            className="max-[24rem]:hidden"
            onClick={fullscreen.toggle}
          >
            <Maximize aria-hidden />
          </IconButton>
        )}
        <Button
          variant="ghost"
          size="small"
          aria-expanded={inspector.isShown}
          aria-controls={inspector.id}
          aria-keyshortcuts={useAriaKeys("details")}
          className="max-md:hidden"
          onClick={inspector.toggle}
        >
          {t("viewer.details")}
        </Button>
      </div>
    </header>
  );
}

interface NeighbourLinkProps {
  name: "newer" | "older";
  id: string | null;
  label: string;
  children: ReactNode;
}

/** Pictures take each other's place in the history: Back leads to the gallery, not through all that was seen. */
function NeighbourLink({ name, id, label, children }: NeighbourLinkProps) {
  if (id === null) {
    return (
      <span aria-hidden className={cn(iconLink, "opacity-30")}>
        {children}
      </span>
    );
  }
  return (
    <Link
      href={`/gallery/${id}`}
      replace
      scroll={false}
      data-keeps-focus={name}
      aria-label={label}
      data-hint=""
      className={iconLink}
    >
      {children}
    </Link>
  );
}

const iconLink =
  "inline-flex size-8 shrink-0 items-center justify-center rounded-control text-muted transition-colors hover:bg-fill hover:text-ink pointer-coarse:size-11 [&_svg]:size-4";
