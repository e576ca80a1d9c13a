"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { formatBytes } from "#components/image/format-bytes.ts";
import { type AnswerStart, readAnswerStart } from "#components/studio/problem/read-answer-start.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { cn } from "#lib/platform/cn.ts";

interface KeptAnswerProps {
  attemptId: string;
  bytes: number;
}

/** What came in the place of a picture: its beginning as text, asked for when it is unfolded, and all of it to save. */
export function KeptAnswer({ attemptId, bytes }: KeptAnswerProps) {
  const [start, setStart] = useState<AnswerStart | null>(null);
  const address = `/api/attempts/${attemptId}/answer`;

  function load() {
    if (start !== null) return;
    readAnswerStart(address).then(setStart, () =>
      setStart({ type: "text", text: "It could not be loaded. Fold it, and try again." }),
    );
  }

  return (
    <details
      className="text-muted text-xs"
      onToggle={({ currentTarget }) => currentTarget.open && load()}
    >
      <summary className="w-fit rounded-sm py-1 hover:text-ink pointer-coarse:py-3.5">
        What the gateway sent ({formatBytes(bytes)})
      </summary>
      {start?.type === "binary" ? (
        <p className="mt-1 text-ink">
          Binary{start.kind && ` (${start.kind})`}, {formatBytes(bytes)}
        </p>
      ) : (
        <pre
          dir="auto"
          aria-busy={start === null}
          className="mt-1 max-h-48 min-h-8 overflow-auto whitespace-pre-wrap break-all rounded-md bg-sunken p-2 font-mono text-ink"
        >
          {start?.text ?? "…"}
        </pre>
      )}
      <a href={address} download className={cn(buttonClass({ size: "small" }), "mt-1")}>
        <Download aria-hidden className="size-3.5" />
        Save as a file
      </a>
    </details>
  );
}
