"use client";

import Link from "next/link";
import { useState } from "react";
import { GatewayLink } from "#components/queue/gateway/gateway-link.tsx";
import type { NextStep } from "#components/queue/problem-words.ts";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import type { Problem } from "#components/studio/problem/describe-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { RestingButton } from "#components/ui/resting-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface ProblemStepProps {
  step: NextStep;
  problem: Problem;
  generation: GenerationView;
  attemptIds: readonly string[];
}

/** One thing to do about a problem. What may have been paid for is asked for again by two presses, never one. */
export function ProblemStep({ step, problem, generation, attemptIds }: ProblemStepProps) {
  const t = useWords();
  const { retry, remix, save, askGateway, stopStreaming } = useStudioActions();
  const [isWarned, setIsWarned] = useState(false);
  const count = attemptIds.length;
  const wrong = problem.field && { field: problem.field, message: problem.cause };

  switch (step) {
    case "open-settings":
      return (
        <Link href="/settings" className={buttonClass({ size: "small" })}>
          {t("problem.openSettings")}
        </Link>
      );
    case "open-gateway":
      return <GatewayLink gatewayId={generation.gateway.id} />;
    case "ask-gateway":
      return (
        <Button size="small" onClick={() => askGateway(generation)}>
          {t("problem.askGateway")}
        </Button>
      );
    case "stop-streaming":
      return (
        <Button size="small" onClick={() => stopStreaming(generation)}>
          {t("problem.stopStreaming")}
        </Button>
      );
    case "edit-prompt":
    case "edit-request":
      return (
        <Button size="small" onClick={() => remix(generation, wrong ?? undefined)}>
          {t(step === "edit-prompt" ? "problem.editPrompt" : "problem.editRequest")}
        </Button>
      );
    case "retry":
      return (
        <Button size="small" onClick={() => retry(generation, attemptIds)}>
          {t("problem.retry", { count })}
        </Button>
      );
    case "retry-with-warning":
      return isWarned ? (
        <RestingButton
          size="small"
          variant="danger"
          isNew
          onPress={() => retry(generation, attemptIds)}
        >
          {t("problem.retryWarned", { count })}
        </RestingButton>
      ) : (
        <Button size="small" onClick={() => setIsWarned(true)}>
          {t("problem.retryFirst", { count })}
        </Button>
      );
    case "save-again":
    case "fetch-again":
      return (
        <Button size="small" onClick={() => save(generation)}>
          {t(step === "save-again" ? "problem.saveAgain" : "problem.fetchAgain")}
        </Button>
      );
    default:
      return step satisfies never;
  }
}
