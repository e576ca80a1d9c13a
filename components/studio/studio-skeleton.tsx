import { Skeleton } from "#components/ui/skeleton.tsx";

/** The studio's places while it is read: the newest generation, and the composer. */
export function StudioSkeleton() {
  return (
    <div className="flex h-[calc(100dvh-var(--tabs-height))] flex-col">
      <div className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-end gap-3 overflow-hidden px-4 py-6">
        <Skeleton className="h-9 w-1/2" />
        <Skeleton className="aspect-square w-full max-w-104 rounded-block" />
      </div>
      <div className="md:pe-6 md:pb-4">
        <Skeleton className="mx-auto h-14 max-w-400 md:h-[8.375rem] md:rounded-composer" />
      </div>
    </div>
  );
}
