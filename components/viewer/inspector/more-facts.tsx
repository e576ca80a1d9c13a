"use client";

import { ChevronDown } from "lucide-react";
import { ImageHistory } from "#components/image/history/image-history.tsx";
import { describeFile, unaskedFacts } from "#components/viewer/inspector/describe-image.ts";
import { type Fact, FactTable } from "#components/viewer/inspector/fact-table.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { tellNote } from "#messages/note.ts";

/** Who looks through many pictures for their hashes opens it once. */
let wasOpen = false;

/** What is seldom asked of a picture, under a fold: what came with it, its file, its request, and all that was tried. */
export function MoreFacts({ detail }: { detail: ImageDetail }) {
  const t = useWords();
  const { image, requestId, hash } = detail;

  const facts: (Fact | false)[] = [
    ...unaskedFacts(detail, t),
    { label: t("viewer.file"), value: describeFile(detail, t) },
    requestId !== null && { label: t("viewer.request"), value: <Code text={requestId} /> },
    { label: t("viewer.hash"), value: <Code text={hash} /> },
  ];

  return (
    <details
      open={wasOpen}
      className="group"
      onToggle={({ currentTarget }) => {
        wasOpen = currentTarget.open;
      }}
    >
      <summary className="-ms-2 inline-flex h-8 list-none items-center gap-1 rounded-control px-2 font-medium text-muted hover:bg-fill hover:text-ink pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
        {t("viewer.more")}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <FactTable label={t("viewer.more")} facts={facts.filter((fact) => fact !== false)} />
        {image.delivered.notes && (
          <p dir="auto" className="text-muted text-sm">
            {image.delivered.notes.map((note) => tellNote(note, t)).join(" ")}
          </p>
        )}
        <ImageHistory generationId={image.generationId} />
      </div>
    </details>
  );
}

function Code({ text }: { text: string }) {
  return <code className="break-all font-mono text-xs">{text}</code>;
}
