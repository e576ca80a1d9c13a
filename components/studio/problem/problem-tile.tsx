"use client";

import { useGatewayFacts } from "#components/queue/gateway/gateway-facts.ts";
import { describeGroup } from "#components/studio/problem/describe-group.ts";
import type { ProblemGroup } from "#components/studio/problem/group-problems.ts";
import { ProblemActions } from "#components/studio/problem/problem-actions.tsx";
import { ProblemIcon } from "#components/studio/problem/problem-icon.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface ProblemTileProps {
  group: ProblemGroup;
  generation: GenerationView;
  /** The first tile of a group speaks for all. */
  isFirst: boolean;
  /** Pixels. */
  width: number;
}

/** Why a picture did not come, in a line or two at the foot of its place, and what to do next. */
export function ProblemTile({ group, generation, isFirst, width }: ProblemTileProps) {
  const t = useWords();
  const { gateway } = generation;
  const { isKeyGiven } = useGatewayFacts(gateway.id);
  const said = describeGroup(group, { gateway, isKeyGiven, t });
  if (!said) return null;

  const { title, bill, quote, steps, problem } = said;
  const isTiny = width < 180;
  const isNarrow = width < 240;
  const icon = <ProblemIcon attempt={group.attempts[0]} tone={problem.tone} />;
  if (!isFirst) return <span className="absolute start-3.5 bottom-3">{icon}</span>;

  return (
    <div className="flex size-full flex-col justify-end gap-2 p-3 text-md">
      {/* New words are words anew: that there are more moves nothing. */}
      <div key={`${title} ${bill}`} className="flex gap-2 ps-0.5">
        {icon}
        <p className="min-w-0">
          <span className="font-[550] text-ink">{title}</span>{" "}
          {!isTiny && <span className="text-muted text-sm">{bill}</span>}
        </p>
      </div>
      {quote && !isNarrow && (
        <q dir="auto" className="ms-7 line-clamp-2 text-muted text-sm">
          {quote}
        </q>
      )}
      <div className={cn("flex flex-wrap gap-1", !isNarrow && "ps-7")}>
        <ProblemActions {...{ problem, group, generation }} steps={isTiny ? [] : steps} />
      </div>
    </div>
  );
}
