"use client";

import { formatCostOfAll } from "#components/image/format-cost.ts";
import { Time } from "#components/image/time.tsx";
import { GenerationMenu } from "#components/studio/feed/generation-menu.tsx";
import { StopButton } from "#components/studio/feed/stop-button.tsx";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { Words } from "#messages/create-words.ts";

interface GenerationHeaderProps {
  generation: GenerationView;
  /** A press on its way: there is nothing yet that could be stopped or run again. */
  isSubmission: boolean;
}

/** What was asked for, when, at what cost; and what can be done about it. */
export function GenerationHeader({ generation, isSubmission }: GenerationHeaderProps) {
  const t = useWords();
  const { prompt, parameters, model, gateway, attempts, createdAt, endedAt } = generation;
  const size = parameters.size ?? parameters.aspect_ratio;
  const asked = new Set(attempts.map((attempt) => attempt.index)).size;
  const made = attempts.filter((attempt) => attempt.state === "succeeded").length;

  return (
    <header className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <h2
          dir="auto"
          className="line-clamp-2 break-words font-medium text-ink text-md"
          title={prompt}
        >
          {prompt}
        </h2>
        <p className="mt-0.5 flex flex-wrap text-muted text-xs [&>*:not(:last-child)]:after:mx-1.5 [&>*:not(:last-child)]:after:content-['·']">
          <span>{isLocal(gateway) ? gateway.name : (model ?? t("feed.defaultModel"))}</span>
          {size && size !== "auto" && <span>{describeSize(size, t)}</span>}
          <Time iso={createdAt} />
          <span>{describeCost(generation, t)}</span>
          {endedAt !== null && made > 0 && made < asked && (
            <span className="text-warning">{t("feed.made", { made, asked })}</span>
          )}
        </p>
      </div>
      {!isSubmission && endedAt === null && <StopButton generation={generation} />}
      {!isSubmission && <GenerationMenu generation={generation} />}
    </header>
  );
}

/** What was refused or never sent cost nothing, and what it would have cost is not counted. */
function describeCost({ gateway, attempts }: GenerationView, t: Words): string {
  if (!gateway.paid) return t("feed.free");

  const charged = attempts.filter((attempt) => attempt.charged !== "no");
  if (charged.length === 0) return t("feed.notBilled");
  return formatCostOfAll(charged, t) ?? t("feed.priceUnknown");
}
