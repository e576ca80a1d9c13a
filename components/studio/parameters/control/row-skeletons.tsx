import { Skeleton } from "#components/ui/skeleton.tsx";
import { cn } from "#lib/platform/cn.ts";

interface RowSkeletonsProps {
  count: number;
  /** What stands at the right: what sets a value, or a few words. */
  end: "control" | "words";
}

/** Holds the place of rows whose code has not come: a name at the left, and what stands at the right. */
export function RowSkeletons({ count, end }: RowSkeletonsProps) {
  return Array.from({ length: count }, (_, at) => at).map((at) => (
    <div
      key={at}
      className={cn(
        "flex items-center justify-between gap-4 px-1",
        end === "control" ? "h-12 max-md:h-13" : "h-10 pointer-coarse:h-11",
      )}
    >
      <Skeleton className="h-4 w-28" />
      <Skeleton className={end === "control" ? "h-8 w-40" : "h-4 w-14"} />
    </div>
  ));
}
