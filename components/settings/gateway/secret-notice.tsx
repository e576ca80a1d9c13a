"use client";

import { KeyRound } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/words/words.tsx";
import { describeSecretProblem } from "#lib/contract/describe-secret-problem.ts";
import type { SecretProblem } from "#lib/contract/gateway-view.ts";
import { tellSentence } from "#messages/sentence.ts";

interface SecretNoticeProps {
  what: "key" | "headers";
  problem: SecretProblem;
  /** Takes away what is stored. */
  onForget: () => void;
}

const titles = {
  lost: "settings.unusedLost",
  elsewhere: "settings.unusedElsewhere",
} as const;

/** Why a secret that is there is not used, and what to do. */
export function SecretNotice({ what, problem, onForget }: SecretNoticeProps) {
  const t = useWords();
  const isStored = problem.kind === "lost" || problem.source === "settings";

  return (
    <Notice icon={KeyRound} tone="warning" title={t(titles[problem.kind], { what })}>
      <p className="break-words text-muted">
        {tellSentence(describeSecretProblem(problem, what), t)}
      </p>
      {isStored && (
        <Button size="small" className="mt-1 self-start" onClick={onForget}>
          {t("settings.forget", { what })}
        </Button>
      )}
    </Notice>
  );
}
