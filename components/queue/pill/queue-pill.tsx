"use client";

import { CircleAlert, CircleHelp, Hourglass, Layers, Square } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { loadPage } from "#components/data/records/load-page.ts";
import { followOnce } from "#components/data/select/follow-once.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { useAriaKeys } from "#components/layout/keys/use-aria-keys.ts";
import { queueId } from "#components/layout/queue-id.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { DrawerSkeleton } from "#components/queue/pill/drawer-skeleton.tsx";
import { countPictures, isAskedToStop, type Standing } from "#components/queue/select-standing.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { useStanding } from "#components/queue/use-standing.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

const QueueDrawer = wordedPart(async () => {
  const { QueueDrawer } = await import("#components/queue/drawer/queue-drawer.tsx");
  return QueueDrawer;
});

/** How much is made, waits and failed, in sight on every screen, with Stop; and the drawer that it opens. */
export function QueuePill() {
  const t = useWords();
  const { standing, pauses } = useStanding();
  const [isOpen, setIsOpen] = useState(false);
  useKnownFeed();
  const isBusy = standing.making.length + standing.waiting.length > 0;
  const hasEnded = standing.failed.length + standing.unknown.length > 0;
  const isIdle = !isBusy && !hasEnded && pauses.length === 0;

  return (
    <>
      <div
        className={cn(
          "fixed top-0 right-2 z-40 flex h-(--top-height) items-center md:right-6",
          isIdle && "max-md:hidden",
        )}
      >
        <div
          className={cn(
            "flex h-9 items-center rounded-full whitespace-nowrap pointer-coarse:h-11",
            !isIdle && "bg-surface shadow-ring forced-colors:border",
          )}
        >
          <button
            type="button"
            popoverTarget={queueId}
            aria-expanded={isOpen}
            aria-keyshortcuts={useAriaKeys("queue")}
            className="flex h-full items-center gap-3 rounded-full px-3 text-md hover:bg-fill"
          >
            {isIdle ? (
              <span className="flex items-center gap-2 text-muted">
                <Layers aria-hidden className="size-4" />
                {t("queue.title")}
              </span>
            ) : (
              <PillWords standing={standing} isPaused={pauses.length > 0} />
            )}
          </button>
          {isBusy && <StopAll standing={standing} />}
        </div>
      </div>
      <div
        id={queueId}
        popover="auto"
        role="dialog"
        aria-label={t("queue.title")}
        onBeforeToggle={({ newState }) => newState === "open" && setIsOpen(true)}
        onToggle={({ newState }) => newState === "closed" && setIsOpen(false)}
        className={cn(
          "fixed inset-x-0 top-0 bottom-(--tabs-height) m-0 h-auto max-h-none w-auto max-w-none overflow-y-auto bg-canvas p-4 text-ink open:animate-rise",
          "md:top-(--top-height) md:right-6 md:bottom-auto md:left-auto md:max-h-[calc(100dvh-var(--top-height)-var(--composer,0px)-2rem)] md:w-105 md:rounded-panel [--behind:var(--canvas)] md:bg-surface md:[--behind:var(--surface)] md:shadow-panel forced-colors:border",
        )}
      >
        {isOpen && (
          <Suspense fallback={<DrawerSkeleton />}>
            <QueueDrawer />
          </Suspense>
        )}
      </div>
    </>
  );
}

function PillWords({ standing, isPaused }: { standing: Standing; isPaused: boolean }) {
  const t = useWords();
  const making = countPictures(standing.making);
  const waiting = countPictures(standing.waiting);
  const failed = countPictures(standing.failed);
  const unknown = countPictures(standing.unknown);
  const more = standing.isPartial ? "yes" : "no";

  return (
    <>
      {isPaused && (
        <Part className="font-medium text-warning" icon={<Hourglass />}>
          {t("queue.paused")}
        </Part>
      )}
      {making > 0 && (
        <Part className="font-semibold" icon={<Ring />}>
          {t("queue.making", { count: making })}
        </Part>
      )}
      {waiting > 0 && (
        <Part className="text-muted">{t("queue.queued", { count: waiting, more })}</Part>
      )}
      {failed > 0 && (
        <Part className="font-medium text-danger" icon={<CircleAlert />}>
          <Short count={failed}>{t("queue.failed", { count: failed })}</Short>
        </Part>
      )}
      {unknown > 0 && (
        <Part className="font-medium text-warning" icon={<CircleHelp />}>
          <Short count={unknown}>{t("queue.unknown", { count: unknown })}</Short>
        </Part>
      )}
    </>
  );
}

function Part({
  className,
  icon,
  children,
}: {
  className: string;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={cn("flex items-center gap-1.5 [&_svg]:size-3.5", className)}>
      {icon}
      {children}
    </span>
  );
}

/** On a phone its sign tells what it is, and the words are for who hears them: all of it has to fit beside Stop. */
function Short({ count, children }: { count: number; children: string }) {
  return (
    <>
      <span aria-hidden className="md:hidden">
        {count}
      </span>
      <span className="max-md:sr-only">{children}</span>
    </>
  );
}

function Ring() {
  return (
    <span
      aria-hidden
      className="size-3.5 animate-spin rounded-full border-2 border-fill-strong border-t-ink"
    />
  );
}

/** What was asked to stop before is left alone: to hang up on it is a press at its own card. */
function StopAll({ standing: { making, waiting } }: { standing: Standing }) {
  const t = useWords();
  const { stopAll } = useQueueActions();
  const isAsked = [...making, ...waiting].every(isAskedToStop);
  if (isAsked) return null;

  return (
    <button
      type="button"
      aria-label={t("queue.stopMine")}
      className="relative mx-1 flex h-7 items-center gap-1.5 rounded-full bg-fill px-2.5 font-semibold text-md hover:bg-fill-strong pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:-inset-y-2"
      onClick={() => void stopAll()}
    >
      <Square aria-hidden className="size-2.5 fill-current" />
      {t("queue.stop")}
    </button>
  );
}

/**
 * A screen without the feed knows nothing of the queue: it is read once that screen is there. The studio reads it itself,
 * once it is drawn: what came before that would not be what the server has drawn.
 */
function useKnownFeed() {
  const store = useRecordStore();
  const hasFeed = usePathname() === "/";

  useEffect(() => {
    if (hasFeed) return;
    void followOnce(store);
    // It is asked for again by whoever shows it, and news come by events.
    if (store.list("feed").ids.length === 0) loadPage(store, "feed").catch(() => {});
    return store.mount("feed");
  }, [store, hasFeed]);
}
