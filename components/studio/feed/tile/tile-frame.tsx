import type { ReactNode } from "react";
import { cn } from "#lib/platform/cn.ts";

/** The place of a picture: it fills the room that it was laid out in, from the press on. */
export function TileFrame({ className, children }: { className?: string; children?: ReactNode }) {
  return (
    <div
      data-slot="tile"
      className={cn(
        "relative size-full overflow-hidden bg-well md:rounded-picture forced-colors:border",
        className,
      )}
    >
      {children}
    </div>
  );
}
