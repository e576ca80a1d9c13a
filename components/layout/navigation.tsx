"use client";

import { Brush, Images, type LucideIcon, Search, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Mark } from "#components/layout/mark.tsx";
import { openPalette } from "#components/layout/palette-opening.ts";
import { placeClass, placeIconClass } from "#components/layout/place-class.ts";
import { ThemeToggle } from "#components/layout/theme-toggle.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";
import type { MessageKey } from "#messages/messages.ts";

interface Place {
  href: string;
  label: MessageKey;
  icon: LucideIcon;
}

const work: Place[] = [
  { href: "/", label: "layout.studio", icon: Brush },
  { href: "/gallery", label: "layout.gallery", icon: Images },
];
const settings: Place = { href: "/settings", label: "layout.settings", icon: Settings };

/** The way between the screens: a rail of 76 pixels at the left, or tabs at the foot below 768 pixels: the queue among them, and More. */
export function Navigation({ tabs }: { tabs: ReactNode }) {
  const t = useWords();

  return (
    <nav
      aria-label={t("layout.screens")}
      className={cn(
        "fixed inset-x-0 bottom-0 z-40 flex h-(--tabs-height) bg-surface pb-[env(safe-area-inset-bottom)]",
        "md:sticky md:top-0 md:h-dvh md:w-(--rail-width) md:shrink-0 md:flex-col md:items-center md:gap-2 md:bg-transparent md:pt-3 md:pb-4",
      )}
    >
      <Mark className="mb-2 size-8 max-md:hidden" />
      {work.map((place) => (
        <PlaceLink key={place.href} place={place} />
      ))}
      {tabs}
      <IconButton
        label={t("layout.palette")}
        data-hint="end"
        aria-haspopup="dialog"
        className="mt-auto max-md:hidden"
        onClick={openPalette}
      >
        <Search aria-hidden strokeWidth={1.75} />
      </IconButton>
      <ThemeToggle className="max-md:hidden" />
      <PlaceLink place={settings} className="max-md:hidden" />
    </nav>
  );
}

function PlaceLink({
  place: { href, label, icon: Icon },
  className,
}: {
  place: Place;
  className?: string;
}) {
  const pathname = usePathname();
  const t = useWords();

  return (
    <Link
      href={href}
      aria-current={isWithin(pathname, href) ? "page" : undefined}
      className={cn(placeClass, className)}
    >
      <span className={placeIconClass}>
        <Icon aria-hidden />
      </span>
      {t(label)}
    </Link>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
