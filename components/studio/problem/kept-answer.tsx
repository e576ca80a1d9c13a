"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { formatBytes } from "#components/image/format-bytes.ts";
import { type AnswerStart, readAnswerStart } from "#components/studio/problem/read-answer-start.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface KeptAnswerProps {
  attemptId: string;
  bytes: number;
}

/** What came in the place of a picture: its beginning as text, asked for when it is unfolded, and all of it to save. */
export function KeptAnswer({ attemptId, bytes }: KeptAnswerProps) {
  const t = useWords();
  const [start, setStart] = useState<AnswerStart | null>(null);
  const size = formatBytes(bytes, t);
  const address = `/api/attempts/${attemptId}/answer`;

  function load() {
    if (start !== null) return;
    readAnswerStart(address).then(setStart, () =>
      setStart({ type: "text", text: t("problem.notLoaded") }),
    );
  }

  return (
    <details
      className="text-muted text-xs"
      onToggle={({ currentTarget }) => currentTarget.open && load()}
    >
      <summary className="w-fit rounded-picture py-1 hover:text-ink pointer-coarse:py-3.5">
        {t("problem.sent", { size })}
      </summary>
      {start?.type === "binary" ? (
        <p className="mt-1 text-ink">{t("problem.binary", { kind: start.kind ?? "none", size })}</p>
      ) : (
        <pre
          dir="auto"
          aria-busy={start === null}
          className="mt-1 max-h-48 min-h-8 overflow-auto whitespace-pre-wrap break-all rounded-control bg-well p-2 font-mono text-ink"
        >
          {start?.text ?? "…"}
        </pre>
      )}
      <a href={address} download className={cn(buttonClass({ size: "small" }), "mt-1")}>
        <Download aria-hidden className="size-3.5" />
        {t("problem.saveFile")}
      </a>
    </details>
  );
}
