"use client";

import { Copy } from "lucide-react";
import { copyText } from "#components/image/copy-text.ts";
import { KeptAnswer } from "#components/studio/problem/kept-answer.tsx";
import { Button } from "#components/ui/button.tsx";
import type { AttemptView } from "#lib/contract/generation-view.ts";

/** What is kept of an attempt that gave no picture, folded: the address of one, and what came in its place. */
export function KeptThings({ attempt }: { attempt: AttemptView }) {
  const { id, imageUrl, answerBytes } = attempt;

  return (
    <>
      {imageUrl && (
        <details className="text-muted text-xs">
          <summary className="w-fit rounded-sm py-1 hover:text-ink pointer-coarse:py-3.5">
            The picture's address, on {hostOf(imageUrl)}
          </summary>
          <p className="mt-1 max-h-48 overflow-auto break-all rounded-md bg-sunken p-2 font-mono text-ink">
            {imageUrl}
          </p>
          <Button
            size="small"
            variant="ghost"
            className="mt-1"
            onClick={() => copyText(imageUrl, "Address copied")}
          >
            <Copy aria-hidden className="size-3.5" />
            Copy the address
          </Button>
        </details>
      )}
      {answerBytes !== null && <KeptAnswer attemptId={id} bytes={answerBytes} />}
    </>
  );
}

function hostOf(address: string): string {
  return URL.parse(address)?.host || "an unknown host";
}
