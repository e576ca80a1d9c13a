/** A control of the composer's row: no box until it is pointed at or open. */
export const controlClass =
  "inline-flex h-10 min-w-0 items-center gap-2 whitespace-nowrap rounded-control px-3 text-md transition-colors hover:bg-fill aria-expanded:bg-fill pointer-coarse:h-11";
