"use client";

import { HardDrive, Hourglass, KeyRound, type LucideIcon, Wallet } from "lucide-react";
import Link from "next/link";
import { useRecords } from "#components/data/select/use-records.ts";
import { Countdown } from "#components/queue/countdown.tsx";
import { describePause } from "#components/queue/describe-pause.ts";
import { useGatewayFacts } from "#components/queue/gateway/gateway-facts.ts";
import { GatewayLink } from "#components/queue/gateway/gateway-link.tsx";
import { holdsUp } from "#components/queue/holds-up.ts";
import { type Queue, selectQueue } from "#components/queue/select-queue.ts";
import { useNow } from "#components/queue/use-now.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Words } from "#messages/create-words.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** Why nothing is sent for now, how long, and what a person can do about it. One whose time is over is gone by itself. */
export function PauseNotice({ pauses }: { pauses: readonly PauseView[] }) {
  const t = useWords();
  const queue = useRecords(selectQueue);
  const now = useNow();
  const held = pauses.filter(({ until }) => until === null || Date.parse(until) > now);
  if (held.length === 0) return null;

  return (
    <section aria-label={t("pause.title")} className="flex flex-col gap-2">
      {held.map((pause) => (
        <Pause
          key={`${pause.gatewayId} ${pause.code}`}
          pause={pause}
          waiting={describeWaiting(pause, { queue, t })}
        />
      ))}
    </section>
  );
}

const icons: Record<PauseView["code"], LucideIcon> = {
  rate_limited: Hourglass,
  unauthorized: KeyRound,
  payment_required: Wallet,
  disk_full: HardDrive,
};

function Pause({ pause, waiting }: { pause: PauseView; waiting: string }) {
  const { code, reason, until } = pause;
  const t = useWords();
  const { title } = describePause(pause, t);
  // Settings cannot correct what the environment gives.
  const { isKnown, isKeyGiven, name } = useGatewayFacts(pause.gatewayId);
  const isGivenKey = isKeyGiven && code === "unauthorized";
  const Icon = icons[code];

  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 rounded-control bg-warning-soft p-3">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 self-start text-warning" />
      <div className="min-w-56 flex-1">
        <p className="font-medium">
          {name === null ? title : t("pause.titleOf", { title, name })}
          <span className="font-normal text-muted">
            {until !== null && <Countdown until={until} message="pause.goesOnIn" />}
            {until === null && waiting}
          </span>
        </p>
        {until === null && (
          <p dir="auto" className="text-muted text-xs">
            {isGivenKey ? t("pause.givenKey") : tellReason(reason, t)}
          </p>
        )}
      </div>
      {/** What can be done stands still once it is there. */}
      {isKnown && <PauseSteps pause={pause} name={name} isGivenKey={isGivenKey} />}
    </div>
  );
}

/** What goes on by itself, as when the disk has room again, leaves nothing to do here. */
function PauseSteps({
  pause: { code, gatewayId, until },
  name,
  isGivenKey,
}: {
  pause: PauseView;
  /** Null where there is no other. */
  name: string | null;
  isGivenKey: boolean;
}) {
  const t = useWords();
  const { resume } = useQueueActions();
  if (until !== null || code === "disk_full" || gatewayId === null) return null;

  return (
    <div className="flex flex-wrap gap-2">
      {code === "unauthorized" && !isGivenKey && (
        <Link href="/settings" className={buttonClass({ size: "small" })}>
          {t("pause.openSettings")}
        </Link>
      )}
      {code === "payment_required" && <GatewayLink gatewayId={gatewayId} />}
      <Button
        size="small"
        aria-label={name === null ? undefined : t("pause.resumeOf", { name })}
        onClick={() => resume(gatewayId)}
      >
        {t("pause.resume")}
      </Button>
    </div>
  );
}

function describeWaiting(pause: PauseView, { queue, t }: { queue: Queue; t: Words }): string {
  const count = queue.waiting.filter(({ gatewayId }) => holdsUp(pause, gatewayId)).length;
  if (count === 0) return pause.code === "disk_full" ? t("pause.newWait") : "";
  return t("pause.wait", { count });
}
