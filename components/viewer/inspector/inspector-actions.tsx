"use client";

import Link from "next/link";
import type { ComposerFill } from "#components/data/fill-composer.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { ApplyButton } from "#components/viewer/apply/apply-button.tsx";
import { CopyMenu } from "#components/viewer/copy/copy-menu.tsx";
import { MainActions, type MainActionsProps } from "#components/viewer/inspector/main-actions.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

export interface InspectorActionsProps extends MainActionsProps {
  onApply: (fill: ComposerFill) => void;
}

/** What the picture is good for, in words: the first that most come for, the others beside it. */
export function InspectorActions({
  detail,
  image,
  onApply,
  ...main
}: InspectorActionsProps & { detail: ImageDetail }) {
  const t = useWords();

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center">
        <MainActions image={image} {...main} />
      </div>
      <div className="-ms-3 flex flex-wrap items-center">
        <Link
          href={`/?reference=${image.id}`}
          className={buttonClass({ variant: "ghost", size: "small" })}
        >
          {t("image.useAsReference")}
        </Link>
        <ApplyButton detail={detail} onApply={onApply} />
        <CopyMenu detail={detail} />
      </div>
    </div>
  );
}
