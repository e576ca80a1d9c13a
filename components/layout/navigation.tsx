"use client";

import { Images, type LucideIcon, Settings, Sparkles } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ThemeToggle } from "#components/layout/theme-toggle.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";
import type { MessageKey } from "#messages/messages.ts";

const places: { href: string; label: MessageKey; icon: LucideIcon }[] = [
  { href: "/", label: "layout.studio", icon: Sparkles },
  { href: "/gallery", label: "layout.gallery", icon: Images },
  { href: "/settings", label: "layout.settings", icon: Settings },
];

/** The way between the screens: a rail of 56 pixels at the left, or tabs at the foot below 768 pixels. */
export function Navigation() {
  const pathname = usePathname();
  const t = useWords();

  return (
    <nav
      aria-label={t("layout.screens")}
      className={cn(
        "fixed inset-x-0 bottom-0 z-40 flex h-(--tabs-height) border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)]",
        "md:sticky md:top-0 md:h-dvh md:w-14 md:shrink-0 md:flex-col md:items-center md:gap-1 md:border-e md:border-t-0 md:py-3",
      )}
    >
      {places.map(({ href, label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isWithin(pathname, href) ? "page" : undefined}
          className={cn(
            "group flex flex-1 flex-col items-center justify-center gap-1 text-xs text-muted transition-colors hover:text-ink",
            "aria-[current]:font-medium aria-[current]:text-ink md:h-12 md:w-full md:flex-none md:gap-0.5",
          )}
        >
          <span className="flex h-7 w-10 items-center justify-center rounded-control transition-colors group-hover:bg-fill group-aria-[current]:bg-fill-strong">
            <Icon aria-hidden className="size-[1.125rem]" strokeWidth={1.75} />
          </span>
          <span className="text-[0.625rem] leading-3">{t(label)}</span>
        </Link>
      ))}
      <ThemeToggle className="my-auto me-2 md:me-0 md:mt-auto md:mb-0" />
    </nav>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
