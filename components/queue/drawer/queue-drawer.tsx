"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { queueId } from "#components/layout/queue-id.ts";
import { FailedRow, freeOf } from "#components/queue/drawer/failed-row.tsx";
import { MakingState } from "#components/queue/drawer/making-state.tsx";
import { PartTitle } from "#components/queue/drawer/part-title.tsx";
import { QueueRow } from "#components/queue/drawer/queue-row.tsx";
import { StopOne } from "#components/queue/drawer/stop-one.tsx";
import { WaitingList } from "#components/queue/drawer/waiting-list.tsx";
import { GatewaysContext } from "#components/queue/gateway/gateway-facts.ts";
import { useGatewaysFor } from "#components/queue/gateway/use-gateways-for.ts";
import { PauseNotice } from "#components/queue/pause-notice.tsx";
import { countPictures, isAskedToStop } from "#components/queue/select-standing.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { useStanding } from "#components/queue/use-standing.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";

/** What holds the queue up, what is made, what waits and in which order, and what failed lately. */
export function QueueDrawer() {
  const t = useWords();
  const { standing, pauses } = useStanding();
  const gateways = useGatewaysFor(pauses.length > 0);
  const { making, waiting, failed, unknown } = standing;
  const { stopAll, retry } = useQueueActions();
  const hasMoreToStop = [...making, ...waiting].some((row) => !isAskedToStop(row));
  const toRetry = failed.filter((row) => freeOf(row).length > 0);
  const isEmpty = [making, waiting, failed, unknown, pauses].every(({ length }) => length === 0);

  return (
    <div className="flex flex-col gap-3">
      <header className="flex items-center gap-1">
        <h2 className="flex-1 font-semibold text-lg">{t("queue.title")}</h2>
        {hasMoreToStop && (
          <Button size="small" variant="danger" onClick={() => void stopAll()}>
            {t("queue.stopMine")}
          </Button>
        )}
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
        {(row) => (
          <QueueRow
            key={row.id}
            row={row}
            state={<MakingState row={row} />}
            tools={<StopOne row={row} />}
          />
        )}
      </Part>
      {waiting.length > 0 && <WaitingList rows={waiting} pauses={pauses} />}
      <Part
        title={t("drawer.failed")}
        rows={failed}
        action={
          toRetry.length > 1 && (
            <Button
              size="small"
              onClick={() => {
                for (const row of toRetry) retry(row.generation, freeOf(row));
              }}
            >
              {t("drawer.retryAll")}
            </Button>
          )
        }
      >
        {(row) => <FailedRow key={row.generation.id} row={row} />}
      </Part>
      <Part title={t("drawer.unknown")} rows={unknown}>
        {(row) => (
          <QueueRow
            key={row.generation.id}
            row={row}
            state={<span>{t("drawer.atItsCard", { count: row.attempts.length })}</span>}
          />
        )}
      </Part>
    </div>
  );
}

interface PartProps<One> {
  title: string;
  action?: ReactNode;
  rows: readonly One[];
  children: (row: One) => ReactNode;
}

function Part<One extends { attempts: readonly unknown[] }>({
  title,
  action,
  rows,
  children,
}: PartProps<One>) {
  if (rows.length === 0) return null;

  return (
    <section aria-label={title}>
      <PartTitle title={title} count={countPictures(rows)}>
        {action}
      </PartTitle>
      <ul>{rows.map(children)}</ul>
    </section>
  );
}
