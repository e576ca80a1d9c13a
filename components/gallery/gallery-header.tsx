import { Heart, Trash2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { GallerySize } from "#components/gallery/size/gallery-size.ts";
import { SizeChoice } from "#components/gallery/size/size-choice.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface GalleryHeaderProps {
  list: "images" | "favorites" | "trash";
  drawnSize: GallerySize;
  /** What is searched for, in the links to the other lists. */
  line?: string;
  /** The field of the search. */
  children?: ReactNode;
}

/** The name of the screen, and what is shown of it: filter and search are in the address. */
export function GalleryHeader({ list, drawnSize, line, children }: GalleryHeaderProps) {
  const t = useWords();
  const hrefOf = (query: Record<string, string>) => {
    const all = new URLSearchParams({ ...query, ...(line && { q: line }) });
    return all.size > 0 ? `/gallery?${all}` : "/gallery";
  };

  return (
    <header className="sticky top-0 z-30 flex min-h-(--top-height) items-center gap-x-4 bg-canvas px-4 max-lg:flex-wrap max-lg:gap-y-1 max-lg:pb-2 md:ps-0 md:pe-6">
      <h1 className="font-semibold text-xl leading-(--top-height)">{t("gallery.title")}</h1>
      <nav
        aria-label={t("gallery.filter")}
        className="flex h-8 rounded-control bg-well p-0.5 pointer-coarse:h-12"
      >
        <FilterLink href={hrefOf({})} isCurrent={list === "images"}>
          {t("gallery.all")}
        </FilterLink>
        <FilterLink href={hrefOf({ favorites: "true" })} isCurrent={list === "favorites"}>
          <Heart aria-hidden />
          <span className={seldomRoom}>{t("gallery.favorites")}</span>
        </FilterLink>
        <FilterLink href="/gallery/trash" isCurrent={list === "trash"}>
          <Trash2 aria-hidden />
          <span className={seldomRoom}>{t("gallery.trash")}</span>
        </FilterLink>
      </nav>
      <SizeChoice drawn={drawnSize} className="max-md:hidden" />
      {children && (
        // The queue's pill lies over the end of the row.
        <div className="flex items-center gap-1 max-lg:order-last max-lg:w-full lg:me-40 lg:max-w-lg lg:flex-1">
          {children}
        </div>
      )}
    </header>
  );
}

/** Beside the queue's pill a phone has room for the icons alone. */
const seldomRoom = "max-md:sr-only";

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
