"use client";

import { ArrowUp } from "lucide-react";
import { useSyncExternalStore } from "react";
import { readPlatform } from "#components/layout/keys/read-platform.ts";
import { usualKeys } from "#components/layout/keys/shortcut-table.ts";
import { useAriaKeys } from "#components/layout/keys/use-aria-keys.ts";
import { useBindings } from "#components/layout/keys/use-bindings.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface GenerateButtonProps {
  n: number;
  price: string;
  /** Why it cannot be pressed; null when it can. */
  reason: string | null;
}

/** The one press that spends: how many, what it costs, or why not. */
export function GenerateButton({ n, price, reason }: GenerateButtonProps) {
  const t = useWords();
  /** The server does not know it. */
  const platform = useSyncExternalStore(subscribeToNothing, readPlatform, () => null);
  const isUsual = useBindings().generate === usualKeys.generate;

  return (
    <button
      data-slot="generate"
      type="submit"
      disabled={reason !== null}
      aria-describedby="composer-status"
      aria-keyshortcuts={useAriaKeys("generate")}
      className={cn(
        "col-start-2 row-span-2 row-start-1 grid h-full max-h-30 min-h-26 w-44 grid-cols-[1fr_auto] grid-rows-[1fr_auto_minmax(1.25rem,auto)]",
        "md:group-has-data-[slot=tray]/composer:row-[1/span_3]",
        "self-end rounded-block bg-accent px-3.5 py-3 text-start text-on-accent transition-[background,scale] ease-(--ease)",
        "hover:bg-accent-hover active:scale-[0.985] disabled:scale-100 disabled:bg-fill disabled:text-muted max-xl:w-37",
        "max-md:h-11 max-md:min-h-0 max-md:w-auto max-md:shrink-0 max-md:grid-cols-[auto_auto] max-md:grid-rows-1 max-md:place-items-center max-md:gap-2 max-md:px-3 max-md:py-0",
        "max-md:order-3 max-md:col-auto max-md:row-auto folded:w-11 folded:gap-0 folded:px-0 folded:grid-cols-1",
      )}
    >
      <ArrowUp
        aria-hidden
        strokeWidth={2.25}
        className="-ms-1 folded:block size-5.5 max-md:ms-0 max-md:hidden"
      />
      <kbd
        aria-hidden
        className="font-[inherit] font-medium text-sm pointer-coarse:hidden max-md:hidden"
      >
        {reason === null && platform && isUsual && t("composer.keys", { platform })}
      </kbd>
      <b className="folded:sr-only col-span-2 font-[650] text-xl max-xl:text-[1.125rem]/[1.5rem] max-md:col-span-1 max-md:text-lg">
        {t("composer.generate", { count: n })}
      </b>{" "}
      <span
        className={cn(
          "folded:sr-only col-span-2 font-medium text-md max-md:col-span-1",
          reason !== null && "text-ink group-data-early/composer:hidden",
        )}
      >
        {reason ?? price}
      </span>
      {reason !== null && (
        <span className="hidden font-medium text-ink text-md md:group-data-pressed/composer:inline">
          {t("composer.pressedEarly")}
        </span>
      )}
    </button>
  );
}

function subscribeToNothing() {
  return () => {};
}
