"use client";

import { Copy } from "lucide-react";
import { copyText } from "#components/image/copy-text.ts";
import {
  describeHistory,
  type HistoryEntry,
  type HistoryMoment,
} from "#components/image/history/describe-history.ts";
import { Time } from "#components/image/time.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

/** What was tried for a generation, oldest first: when, how it went, and what it cost. */
export function HistoryList({ generation }: { generation: GenerationView }) {
  const t = useWords();

  return (
    <ol className="flex flex-col gap-5 text-md">
      {describeHistory(generation, t).map((entry) => (
        <li key={entry.attemptId}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { title, outcome, createdAt, moments, billing, requestId } = entry;
  const t = useWords();

  return (
    <article aria-label={title} className="flex flex-col gap-1.5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-medium">
          {title} <span className="font-normal text-muted">· {outcome}</span>
        </h3>
        <p className="text-muted text-xs">
          <Time iso={createdAt} />
        </p>
      </header>
      <ol className="flex flex-col gap-1 border-line border-s ps-3 text-xs">
        {moments.map((moment) => (
          <Moment key={moment.text} moment={moment} />
        ))}
      </ol>
      <p className="flex min-h-8 items-center gap-1 text-muted text-xs">
        <span className="min-w-0 break-words">
          {billing}.
          {requestId && (
            <>
              {" "}
              {t.rich("history.request", {
                id: () => <code className="break-all font-mono">{requestId}</code>,
              })}
            </>
          )}
        </span>
        {requestId && (
          <IconButton
            label={t("history.copyRequest")}
            onClick={() => copyText(requestId, { done: t("history.requestCopied"), t })}
          >
            <Copy aria-hidden />
          </IconButton>
        )}
      </p>
    </article>
  );
}

function Moment({ moment: { at, text } }: { moment: HistoryMoment }) {
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-2">
      <span className="text-muted tabular-nums">{at && <Time iso={at} isClock />}</span>
      <span dir="auto" className="min-w-0 break-words">
        {text}
      </span>
    </li>
  );
}
