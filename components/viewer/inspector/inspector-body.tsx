"use client";

import type { ReactNode } from "react";
import { InputList } from "#components/image/input-list.tsx";
import { FoldedText } from "#components/viewer/inspector/folded-text.tsx";
import { ImageFacts } from "#components/viewer/inspector/image-facts.tsx";
import { MoreFacts } from "#components/viewer/inspector/more-facts.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

interface InspectorBodyProps {
  detail: ImageDetail;
  /** As it is now; the detail's own may be older. */
  image: ImageView;
}

/** How the picture was made: its prompt, what went into it, what was asked for and what came. */
export function InspectorBody({ detail, image }: InspectorBodyProps) {
  const t = useWords();
  const { prompt, revisedPrompt } = image;

  return (
    <>
      <FoldedText text={prompt} className="max-md:text-lg max-md:font-normal" />
      {revisedPrompt !== null && revisedPrompt !== prompt && (
        <Section title={t("viewer.revised")}>
          <FoldedText text={revisedPrompt} className="text-muted" />
        </Section>
      )}
      {detail.inputs.length > 0 && (
        <Section title={t("image.references")}>
          <InputList inputs={detail.inputs} isLarge />
        </Section>
      )}
      <ImageFacts detail={detail} />
      <MoreFacts detail={detail} />
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="font-medium text-muted text-xs">{title}</h2>
      {children}
    </section>
  );
}
