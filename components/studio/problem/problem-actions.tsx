import type { GroupWords } from "#components/studio/problem/describe-group.ts";
import type { ProblemGroup } from "#components/studio/problem/group-problems.ts";
import { ProblemDetails } from "#components/studio/problem/problem-details.tsx";
import { ProblemStep } from "#components/studio/problem/problem-step.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface ProblemActionsProps extends Pick<GroupWords, "steps" | "problem"> {
  group: ProblemGroup;
  generation: GenerationView;
}

/** The likeliest thing to do about a group of problems, and the word behind which all is known of them. */
export function ProblemActions({ steps, problem, group, generation }: ProblemActionsProps) {
  return (
    <>
      {steps.map((step) => (
        <ProblemStep
          key={step}
          step={step}
          problem={problem}
          generation={generation}
          attemptIds={group.attempts.map(({ id }) => id)}
        />
      ))}
      <ProblemDetails group={group} generation={generation} />
    </>
  );
}
