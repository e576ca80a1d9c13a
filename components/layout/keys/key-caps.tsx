"use client";

import { usePlatform } from "#components/layout/keys/use-platform.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

/** Keys in this platform's names, as "mod+k" or "g s": those of one chord stand close, those that follow each other apart. Plain, they step back. */
export function KeyCaps({ keys, isPlain = false }: { keys: string; isPlain?: boolean }) {
  const t = useWords();
  const isMac = usePlatform() === "mac";
  const nameOf = (key: string) =>
    key.length > 1 ? t("shortcuts.key", { key: isMac ? `${key}_mac` : key }) : key.toUpperCase();

  return (
    <span className="inline-flex shrink-0 gap-1.5">
      {keys.split(" ").map((chord, at) => (
        // G G is the same key twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other order.
        <span key={at} className={cn("inline-flex", isPlain ? "gap-1" : "gap-0.5")}>
          {/* A plus is a key as well. */}
          {chord.split(/\+(?=.)/).map((key) => (
            <kbd
              key={key}
              className={cn(
                "text-center font-sans text-sm",
                isPlain
                  ? "text-muted"
                  : "min-w-6 rounded-picture bg-fill px-1.5 py-0.5 text-ink forced-colors:border",
              )}
            >
              {nameOf(key)}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
