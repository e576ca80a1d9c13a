"use client";

import { Ban, CircleAlert, CircleHelp, Copy } from "lucide-react";
import { copyText } from "#components/image/copy-text.ts";
import { Time } from "#components/image/time.tsx";
import { Countdown } from "#components/queue/countdown.tsx";
import { useGatewayFacts } from "#components/queue/gateway/gateway-facts.ts";
import { describeProblem, type Problem } from "#components/studio/problem/describe-problem.ts";
import { KeptThings } from "#components/studio/problem/kept-things.tsx";
import { ProblemStep } from "#components/studio/problem/problem-step.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/words/words.tsx";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

interface ProblemCardProps {
  generation: GenerationView;
  /** Those that ended, or hang, for one reason. */
  attempts: readonly AttemptView[];
}

const icons = { danger: CircleAlert, warning: CircleHelp, neutral: Ban };

/** Why pictures are missing: the cause, what was billed, what to do, and the gateway's own words behind a fold. */
export function ProblemCard({ generation, attempts }: ProblemCardProps) {
  const t = useWords();
  const { isKeyGiven } = useGatewayFacts(generation.gateway.id);
  const [first] = attempts;
  if (!first) return null;

  const problem = describeProblem(first, { gateway: generation.gateway, isKeyGiven, t });
  const { tone, title, cause, triedAt, sentAt, until, detail } = problem;
  const count = attempts.length;
  const bill = describeBill(problem, { count, t });
  // They are the beginning of what was sent, which is shown where it is kept.
  const hasOwnWords = detail !== null && first.answerBytes === null;
  const requestIds = attempts.flatMap(({ requestId }) => requestId ?? []);
  const requests = requestIds.map((id) => t("problem.request", { id }));
  const copied = [title, cause, bill, ...requests, detail].filter(Boolean).join("\n");

  return (
    <Notice icon={icons[tone]} tone={tone} title={t("problem.several", { count, title })}>
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
    </Notice>
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

function describeBill(
  { billed, costEach }: Problem,
  { count, t }: { count: number; t: Words },
): string {
  if (billed !== null) return t("problem.bill", { billed, cost: costEach ?? "none", count });
  return costEach === null ? "" : t("problem.wouldCost", { cost: costEach, count });
}
