"use client";

import { KeyRound } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { describeSecretProblem } from "#lib/contract/describe-secret-problem.ts";
import type { SecretProblem } from "#lib/contract/gateway-view.ts";

interface SecretNoticeProps {
  what: "key" | "headers";
  problem: SecretProblem;
  /** Takes away what is stored. */
  onForget: () => void;
}

const titles = {
  key: { lost: "The stored key is lost", elsewhere: "The key is not sent to this address" },
  headers: {
    lost: "The stored headers are lost",
    elsewhere: "The headers are not sent to this address",
  },
};

/** Why a secret that is there is not used, and what to do. */
export function SecretNotice({ what, problem, onForget }: SecretNoticeProps) {
  const isStored = problem.kind === "lost" || problem.source === "settings";

  return (
    <Notice icon={KeyRound} tone="warning" title={titles[what][problem.kind]}>
      <p className="break-words text-muted">{describeSecretProblem(problem, what)}</p>
      {isStored && (
        <Button size="small" className="mt-1 self-start" onClick={onForget}>
          {what === "key" ? "Forget the stored key" : "Forget the stored headers"}
        </Button>
      )}
    </Notice>
  );
}
