"use client";

import {
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  Download,
  Heart,
  Maximize,
  PanelRight,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { downloadUrl } from "#components/image/download-image.ts";
import { useAriaKeys } from "#components/layout/keys/use-aria-keys.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Fullscreen } from "#components/viewer/use-fullscreen.ts";
import type { Inspector } from "#components/viewer/use-inspector.ts";
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
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-1 bg-canvas px-2 md:ps-0 md:pe-4">
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
      <nav aria-label={t("viewer.pictures")} className="flex gap-1">
        <NeighbourLink id={neighbours.newerId} label={t("viewer.newer")}>
          <ChevronLeft aria-hidden />
        </NeighbourLink>
        <NeighbourLink id={neighbours.olderId} label={t("viewer.older")}>
          <ChevronRight aria-hidden />
        </NeighbourLink>
      </nav>
      <div className="ms-4 flex gap-1 max-md:ms-auto">
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
        <a
          href={downloadUrl(image.id)}
          download
          aria-label={t("viewer.download")}
          data-hint=""
          className={iconLink}
        >
          <Download aria-hidden />
        </a>
        {image.deletedAt === null && (
          <IconButton label={t("image.delete")} onClick={onDelete}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
        <IconButton
          label={t("viewer.details")}
          aria-expanded={inspector.isShown}
          aria-controls={inspector.id}
          aria-keyshortcuts={useAriaKeys("details")}
          className="max-md:hidden"
          onClick={inspector.toggle}
        >
          <PanelRight aria-hidden />
        </IconButton>
        {fullscreen.isOffered && (
          <IconButton label={t("viewer.fullscreen")} onClick={fullscreen.toggle}>
            <Maximize aria-hidden />
          </IconButton>
        )}
      </div>
    </header>
  );
}

interface NeighbourLinkProps {
  id: string | null;
  label: string;
  children: ReactNode;
}

/** Pictures take each other's place in the history: Back leads to the gallery, not through all that was seen. */
function NeighbourLink({ id, label, children }: NeighbourLinkProps) {
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
