"use client";

import { Copy, ImagePlus, RefreshCw, Wand2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { copyText } from "#components/image/copy-text.ts";
import { InputList } from "#components/image/input-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { compareParameters } from "#components/viewer/compare-parameters.ts";
import { ImageFacts } from "#components/viewer/image-facts.tsx";
import { ImageHistory } from "#components/viewer/image-history.tsx";
import { ImageNotice } from "#components/viewer/image-notice.tsx";
import { ParameterTable } from "#components/viewer/parameter-table.tsx";
import type { Inspector } from "#components/viewer/use-inspector.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";
import { tellNote } from "#messages/note.ts";

interface ImageInspectorProps {
  detail: ImageDetail;
  /** As it is now; the detail's own may be older. */
  image: ImageView;
  inspector: Pick<Inspector, "id" | "isShown">;
  onRunAgain: () => void;
}

/** How the picture was made: what was asked for, what came, and the ways to make another. */
export function ImageInspector({ detail, image, inspector, onRunAgain }: ImageInspectorProps) {
  const t = useWords();

  return (
    <aside
      id={inspector.id}
      aria-label={t("viewer.details")}
      className={cn(
        "flex flex-col gap-5 p-4 text-md md:h-dvh md:w-80 md:shrink-0 md:overflow-y-auto md:p-5 md:pt-[calc(var(--top-height)+0.5rem)]",
        !inspector.isShown && "md:hidden",
      )}
    >
      <ImageNotice image={image} />
      <Section
        title={t("viewer.prompt")}
        action={
          <IconButton
            label={t("image.copyPrompt")}
            className="-me-2"
            onClick={() => copyText(image.prompt, { done: t("image.promptCopied"), t })}
          >
            <Copy aria-hidden />
          </IconButton>
        }
      >
        <p dir="auto" className="whitespace-pre-wrap break-words">
          {image.prompt}
        </p>
        <div className="mt-1 flex gap-2">
          <Button onClick={onRunAgain} className="flex-1">
            <RefreshCw aria-hidden className="size-3.5" />
            {t("image.runAgain")}
          </Button>
          <Link href={`/?remix=${image.generationId}`} className={`${buttonClass()} flex-1`}>
            <Wand2 aria-hidden className="size-3.5" />
            {t("viewer.remix")}
          </Link>
        </div>
        <Link href={`/?reference=${image.id}`} className={buttonClass()}>
          <ImagePlus aria-hidden className="size-3.5" />
          {t("image.useAsReference")}
        </Link>
      </Section>
      {detail.inputs.length > 0 && (
        <Section title={t("image.references")}>
          <InputList inputs={detail.inputs} />
        </Section>
      )}
      {image.revisedPrompt !== null && image.revisedPrompt !== image.prompt && (
        <Section title={t("viewer.revised")}>
          <p dir="auto" className="whitespace-pre-wrap break-words text-muted">
            {image.revisedPrompt}
          </p>
        </Section>
      )}
      {image.delivered.notes && (
        <Section title={t("viewer.notes")}>
          <p dir="auto" className="text-muted text-xs">
            {image.delivered.notes.map((note) => tellNote(note, t)).join(" ")}
          </p>
        </Section>
      )}
      <Section title={t("viewer.parameters")}>
        <ParameterTable parameters={compareParameters(detail, t)} />
      </Section>
      <Section title={t("viewer.details")}>
        <ImageFacts detail={detail} />
        <ImageHistory generationId={image.generationId} />
      </Section>
    </aside>
  );
}

interface SectionProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

function Section({ title, action, children }: SectionProps) {
  return (
    <section className="flex flex-col gap-2">
      <header className="flex min-h-6 items-center justify-between">
        <h2 className="font-medium text-muted text-xs">{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
