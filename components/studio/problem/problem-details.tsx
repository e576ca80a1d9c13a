"use client";

import { Suspense } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import type { ProblemGroup } from "#components/studio/problem/group-problems.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { Popover } from "#components/ui/popover.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const ProblemCard = lazyPart(async () => {
  const { ProblemCard } = await import("#components/studio/problem/problem-card.tsx");
  return ProblemCard;
});

interface ProblemDetailsProps {
  group: ProblemGroup;
  generation: GenerationView;
}

/** All that is known of a problem, behind a word. */
export function ProblemDetails({ group, generation }: ProblemDetailsProps) {
  const t = useWords();

  return (
    <Popover
      label={t("problem.details")}
      trigger={t("problem.details")}
      triggerProps={{ className: buttonClass({ variant: "ghost", size: "small" }) }}
      className="w-100 divide-y divide-line p-1 text-start"
    >
      <Suspense fallback={<Skeleton className="h-40" />}>
        {group.parts.map((attempts) => (
          <ProblemCard
            key={attempts[0]?.id}
            generation={generation}
            attempts={attempts}
            isPartly={group.isPartly}
          />
        ))}
      </Suspense>
    </Popover>
  );
}
