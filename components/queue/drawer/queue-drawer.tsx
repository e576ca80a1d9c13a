"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useRecords } from "#components/data/select/use-records.ts";
import { Image } from "#components/image/image.tsx";
import { queueId } from "#components/layout/queue-id.ts";
import { describePause } from "#components/queue/describe-pause.ts";
import { GatewaysContext } from "#components/queue/gateway/gateway-facts.ts";
import { useGatewaysFor } from "#components/queue/gateway/use-gateways-for.ts";
import { longestPause } from "#components/queue/longest-pause.ts";
import { newestAttempts } from "#components/queue/newest-attempts.ts";
import { PauseNotice } from "#components/queue/pause-notice.tsx";
import { problemWords } from "#components/queue/problem-words.ts";
import { selectQueue } from "#components/queue/select-queue.ts";
import type { StandingRow } from "#components/queue/select-standing.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { useStanding } from "#components/queue/use-standing.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Words } from "#messages/create-words.ts";

/** What holds the queue up, what is made, what waits and in which order, and what failed lately. */
export function QueueDrawer() {
  const t = useWords();
  const { standing, pauses } = useStanding();
  const { stop, retry } = useQueueActions();
  const { ranks } = useRecords(selectQueue);
  const gateways = useGatewaysFor(pauses.length > 0);
  const { making, waiting, failed, unknown } = standing;
  const isEmpty = [making, waiting, failed, unknown, pauses].every(({ length }) => length === 0);

  return (
    <div className="flex flex-col gap-3">
      <header className="flex items-center justify-between">
        <h2 className="font-semibold text-lg">{t("queue.title")}</h2>
        <IconButton
          label={t("ui.close")}
          onClick={() => document.getElementById(queueId)?.hidePopover()}
        >
          <X aria-hidden />
        </IconButton>
      </header>
      {pauses.length > 0 && (
        <GatewaysContext value={gateways}>
          <PauseNotice pauses={pauses} />
        </GatewaysContext>
      )}
      {isEmpty && <p className="text-muted">{t("drawer.empty")}</p>}
      <Part title={t("drawer.making")} rows={making}>
        {({ generation, attempts }) => (
          <Row
            key={generation.id}
            generation={generation}
            state={t("drawer.picturesOf", countsOf(generation, attempts))}
          >
            <StopOne generation={generation} attempts={attempts} onStop={stop} />
          </Row>
        )}
      </Part>
      <Part title={t("drawer.waiting")} rows={waiting}>
        {({ generation, attempts }) => (
          <Row
            key={generation.id}
            generation={generation}
            state={describePlace(
              {
                rank: Math.min(...attempts.map(({ id }) => ranks.get(id) ?? 1)),
                pause: longestPause(pauses, generation.gateway.id),
              },
              t,
            )}
          >
            <StopOne generation={generation} attempts={attempts} onStop={stop} />
          </Row>
        )}
      </Part>
      <Part title={t("drawer.failed")} rows={failed}>
        {(row) => <FailedRow key={row.generation.id} {...row} onRetry={retry} />}
      </Part>
      <Part title={t("drawer.unknown")} rows={unknown}>
        {({ generation, attempts }) => (
          <Row
            key={generation.id}
            generation={generation}
            state={t("drawer.atItsCard", { count: attempts.length })}
          />
        )}
      </Part>
    </div>
  );
}

function Part({
  title,
  rows,
  children,
}: {
  title: string;
  rows: readonly StandingRow[];
  children: (row: StandingRow) => ReactNode;
}) {
  if (rows.length === 0) return null;

  return (
    <section aria-label={title}>
      <h3 className="font-medium text-muted text-sm">{title}</h3>
      <ul>{rows.map(children)}</ul>
    </section>
  );
}

function Row({
  generation,
  state,
  children,
}: {
  generation: GenerationView;
  state: string;
  children?: ReactNode;
}) {
  const [image] = generation.images;

  return (
    <li className="flex min-h-14 items-center gap-3">
      <div className="size-10 shrink-0 overflow-hidden rounded-picture bg-fill">
        {image && <Image image={image} sizes="2.5rem" className="min-h-full" />}
      </div>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {generation.prompt}
        </p>
        <p className="truncate text-muted text-sm">{state}</p>
      </div>
      {children}
    </li>
  );
}

/** What was asked to stop already goes on at its own card. */
function StopOne({
  generation,
  attempts,
  onStop,
}: StandingRow & { onStop: (generation: GenerationView, how: { hangsUp: boolean }) => void }) {
  const t = useWords();
  if (attempts.every(({ stopRequestedAt }) => stopRequestedAt !== null)) return null;

  return (
    <Button size="small" onClick={() => onStop(generation, { hangsUp: false })}>
      {t("queue.stop")}
    </Button>
  );
}

function countsOf({ attempts }: GenerationView, here: readonly unknown[]) {
  return { count: here.length, all: newestAttempts(attempts).length };
}

function describePlace(
  { rank, pause }: { rank: number; pause: PauseView | null },
  t: Words,
): string {
  return pause ? describePause(pause, t).tile : t("drawer.place", { ahead: rank - 1 });
}

function FailedRow({
  generation,
  attempts,
  onRetry,
}: StandingRow & { onRetry: (generation: GenerationView, ids: readonly string[]) => void }) {
  const t = useWords();
  const free = attempts.filter(canBeRetried).map(({ id }) => id);

  return (
    <Row generation={generation} state={t(problemWords(attempts[0]?.error?.code).title)}>
      {free.length > 0 && (
        <Button size="small" onClick={() => onRetry(generation, free)}>
          {t("drawer.retry", { count: free.length })}
        </Button>
      )}
    </Row>
  );
}

/** Free, and nothing nearer is to be done: what may be billed, fetched or has to be changed is seen to at its card. */
function canBeRetried({ charged, error, imageUrl }: AttemptView): boolean {
  const [step] = problemWords(error?.code).steps;
  return charged === "no" && imageUrl === null && step === "retry";
}
