"use client";

import { useGatewayFacts } from "#components/queue/gateway/gateway-facts.ts";
import { describeGroup } from "#components/studio/problem/describe-group.ts";
import type { ProblemGroup } from "#components/studio/problem/group-problems.ts";
import { ProblemActions } from "#components/studio/problem/problem-actions.tsx";
import { ProblemIcon } from "#components/studio/problem/problem-icon.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface ProblemStripProps {
  group: ProblemGroup;
  generation: GenerationView;
}

/** A line of what gave no picture at all, once that has been seen: what happened, what was billed, what to do next. */
export function ProblemStrip({ group, generation }: ProblemStripProps) {
  const t = useWords();
  const { gateway, prompt } = generation;
  const { isKeyGiven } = useGatewayFacts(gateway.id);
  const said = describeGroup(group, { gateway, isKeyGiven, t });
  if (!said) return null;

  const { title, bill, quote, steps, problem } = said;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-md lg:flex-nowrap">
      <p className="flex min-w-0 gap-2 max-lg:w-full lg:max-w-4/5 lg:shrink-0">
        <ProblemIcon attempt={group.attempts[0]} tone={problem.tone} />
        <span className="min-w-0">
          <span className="font-[550] text-ink">{title}</span>{" "}
          <span className="text-muted text-sm">{bill}</span>
          {quote && (
            <>
              {" "}
              <q dir="auto" className="text-muted text-sm">
                {quote}
              </q>
            </>
          )}
        </span>
      </p>
      <h2
        // Drawn anew when there is more to say before it: it moves for nobody.
        key={`${title} ${bill}`}
        dir="auto"
        title={prompt}
        className="min-w-0 flex-1 truncate max-lg:basis-40 text-muted max-lg:ps-6.5"
      >
        {prompt}
      </h2>
      <div className="flex flex-wrap gap-1 max-md:ps-6.5">
        <ProblemActions {...{ steps, problem, group, generation }} />
      </div>
    </div>
  );
}
