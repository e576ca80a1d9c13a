"use client";

import { Copy } from "lucide-react";
import { copyText } from "#components/image/copy-text.ts";
import { KeptAnswer } from "#components/studio/problem/kept-answer.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { AttemptView } from "#lib/contract/generation-view.ts";

/** What is kept of an attempt that gave no picture, folded: the address of one, and what came in its place. */
export function KeptThings({ attempt }: { attempt: AttemptView }) {
  const t = useWords();
  const { id, imageUrl, answerBytes } = attempt;

  return (
    <>
      {imageUrl && (
        <details className="text-muted text-xs">
          <summary className="w-fit rounded-picture py-1 hover:text-ink pointer-coarse:py-3.5">
            {t("problem.address", { host: URL.parse(imageUrl)?.host || "none" })}
          </summary>
          <p className="mt-1 max-h-48 overflow-auto break-all rounded-control bg-well p-2 font-mono text-ink">
            {imageUrl}
          </p>
          <Button
            size="small"
            variant="ghost"
            className="mt-1"
            onClick={() => copyText(imageUrl, { done: t("problem.addressCopied"), t })}
          >
            <Copy aria-hidden className="size-3.5" />
            {t("problem.copyAddress")}
          </Button>
        </details>
      )}
      {answerBytes !== null && <KeptAnswer attemptId={id} bytes={answerBytes} />}
    </>
  );
}
