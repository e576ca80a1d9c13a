"use client";

import { Copy } from "lucide-react";
import { copyText } from "#components/image/copy-text.ts";
import { Time } from "#components/image/time.tsx";
import { Countdown } from "#components/queue/countdown.tsx";
import { useGatewayFacts } from "#components/queue/gateway/gateway-facts.ts";
import { describeBill } from "#components/studio/problem/describe-group.ts";
import { describeProblem, type Problem } from "#components/studio/problem/describe-problem.ts";
import { KeptThings } from "#components/studio/problem/kept-things.tsx";
import { ProblemIcon } from "#components/studio/problem/problem-icon.tsx";
import { ProblemStep } from "#components/studio/problem/problem-step.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

interface ProblemCardProps {
  generation: GenerationView;
  /** Those that ended, or hang, for one reason. */
  attempts: readonly AttemptView[];
  /** Whether others of the press did not. */
  isPartly: boolean;
}

/** Why pictures are missing: the cause, what was billed, what to do, and the gateway's own words behind a fold. */
export function ProblemCard({ generation, attempts, isPartly }: ProblemCardProps) {
  const t = useWords();
  const { isKeyGiven } = useGatewayFacts(generation.gateway.id);
  const [first] = attempts;
  if (!first) return null;

  const problem = describeProblem(first, { gateway: generation.gateway, isKeyGiven, isPartly, t });
  const { tone, title, cause, triedAt, sentAt, until, detail } = problem;
  const count = attempts.length;
  const bill = describeBill(problem, { count, t });
  // They are the beginning of what was sent, which is shown where it is kept.
  const hasOwnWords = detail !== null && first.answerBytes === null;
  const requestIds = attempts.flatMap(({ requestId }) => requestId ?? []);
  const requests = requestIds.map((id) => t("problem.request", { id }));
  const copied = [title, cause, bill, ...requests, detail].filter(Boolean).join("\n");

  return (
    <section className="flex flex-col gap-1.5 p-3 text-md">
      <h3 className="flex gap-2 font-semibold text-ink">
        <ProblemIcon attempt={first} tone={tone} />
        {t("problem.several", { count, title })}
      </h3>
      <p dir="auto" className="text-ink">
        {cause}
      </p>
      {triedAt && (
        <p className="text-muted">
          {t.rich("problem.triedAt", { time: () => <Time iso={triedAt} hasSeconds /> })}
        </p>
      )}
      <ProblemFacts bill={bill} sentAt={sentAt} requestIds={requestIds} />
      {until && (
        <p className="text-muted">
          <Countdown until={until.at} message={until.message} />
        </p>
      )}
      {hasOwnWords && <OwnWords words={detail} />}
      {attempts.map((attempt) => (
        <KeptThings key={attempt.id} attempt={attempt} />
      ))}
      <div className="mt-1 flex flex-wrap gap-2">
        {problem.steps.map((step) => (
          <ProblemStep
            key={step}
            step={step}
            problem={problem}
            generation={generation}
            attemptIds={attempts.map(({ id }) => id)}
          />
        ))}
        <Button
          size="small"
          variant="ghost"
          onClick={() => copyText(copied, { done: t("problem.copied"), t })}
        >
          <Copy aria-hidden className="size-3.5" />
          {t("problem.copy")}
        </Button>
      </div>
    </section>
  );
}

interface ProblemFactsProps extends Pick<Problem, "sentAt"> {
  bill: string;
  requestIds: readonly string[];
}

/** What was billed, when it was sent, and by which numbers the gateway knows it. */
function ProblemFacts({ bill, sentAt, requestIds }: ProblemFactsProps) {
  const t = useWords();

  return (
    <p className="text-muted">
      {bill}
      {sentAt && <> {t.rich("problem.sentAt", { time: () => <Time iso={sentAt} /> })}</>}
      {requestIds.length > 0 && (
        <>
          {" "}
          {t.rich("problem.requests", {
            count: requestIds.length,
            ids: () => (
              <code className="break-words font-mono text-xs">{requestIds.join(", ")}</code>
            ),
          })}
        </>
      )}
    </p>
  );
}

/** The gateway's own, behind a fold. */
function OwnWords({ words }: { words: string }) {
  const t = useWords();

  return (
    <details className="text-muted text-xs">
      <summary className="w-fit rounded-picture py-1 hover:text-ink pointer-coarse:py-3.5">
        {t("problem.ownWords")}
      </summary>
      <pre
        dir="auto"
        className="mt-1 max-h-48 overflow-auto whitespace-pre-wrap break-words rounded-control bg-well p-2 font-mono text-ink"
      >
        {words}
      </pre>
    </details>
  );
}
