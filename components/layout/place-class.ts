import { cn } from "#lib/platform/cn.ts";

/** An entry of the rail, or a tab; its icon lies in the second. */
export const placeClass =
  "group flex flex-1 flex-col items-center justify-center gap-0.5 font-medium text-xs text-muted transition-colors hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink md:w-16 md:flex-none";

export const placeIconClass = cn(
  "relative flex h-7 w-13 items-center justify-center rounded-full transition-colors md:h-8 [&_svg]:size-5 [&_svg]:stroke-[1.75]",
  "md:group-hover:bg-fill md:group-aria-[current]:bg-fill-strong forced-colors:group-aria-[current]:outline-2",
);
