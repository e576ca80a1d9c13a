import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";

/** The queue's panel while its code has not come. */
export function DrawerSkeleton() {
  const t = useWords();

  return (
    <>
      <h2 className="flex h-9 items-center font-semibold text-lg pointer-coarse:h-11">
        {t("queue.title")}
      </h2>
      <Skeleton className="my-3 h-12" />
      <Skeleton className="h-12" />
    </>
  );
}
