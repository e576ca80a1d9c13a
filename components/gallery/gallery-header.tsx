import { Heart, Trash2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { GallerySize } from "#components/gallery/size/gallery-size.ts";
import { SizeChoice } from "#components/gallery/size/size-choice.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageList } from "#lib/contract/library/images-change.ts";
import { cn } from "#lib/platform/cn.ts";

/** The name of the screen, and what is shown of it: the filter is in the address. */
export function GalleryHeader({ list, drawnSize }: { list: ImageList; drawnSize: GallerySize }) {
  const t = useWords();

  return (
    <header className="sticky top-0 z-30 flex h-(--top-height) items-center gap-4 bg-canvas px-4 md:ps-0 md:pe-6">
      <h1 className="font-semibold text-xl">{t("gallery.title")}</h1>
      <nav
        aria-label={t("gallery.filter")}
        className="flex h-8 rounded-control bg-well p-0.5 pointer-coarse:h-12"
      >
        <FilterLink href="/gallery" isCurrent={list === "images"}>
          {t("gallery.all")}
        </FilterLink>
        <FilterLink href="/gallery?favorites=true" isCurrent={list === "favorites"}>
          <Heart aria-hidden />
          {t("gallery.favorites")}
        </FilterLink>
        <FilterLink href="/gallery/trash" isCurrent={list === "trash"}>
          <Trash2 aria-hidden />
          {t("gallery.trash")}
        </FilterLink>
      </nav>
      <SizeChoice drawn={drawnSize} className="max-md:hidden" />
    </header>
  );
}

function FilterLink({
  href,
  isCurrent,
  children,
}: {
  href: string;
  isCurrent: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex items-center gap-1.5 rounded-picture px-2.5 text-muted text-xs transition-colors hover:text-ink",
        "pointer-coarse:min-w-11 pointer-coarse:justify-center",
        "aria-[current]:bg-selected aria-[current]:text-ink aria-[current]:shadow-raised [&_svg]:size-3.5",
        "forced-colors:aria-[current]:outline-2 forced-colors:aria-[current]:outline-[Highlight]",
      )}
    >
      {children}
    </Link>
  );
}
