"use client";

import Link from "next/link";
import type { ComposerFill } from "#components/data/fill-composer.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { ApplyButton } from "#components/viewer/apply/apply-button.tsx";
import { CopyMenu } from "#components/viewer/copy/copy-menu.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

export interface InspectorActionsProps {
  image: ImageView;
  onRunAgain: () => void;
  onVary: () => void;
  onApply: (fill: ComposerFill) => void;
}

/** What the picture is good for, in words: the first that most come for, the others beside it. */
export function InspectorActions({
  detail,
  image,
  onRunAgain,
  onVary,
  onApply,
}: InspectorActionsProps & { detail: ImageDetail }) {
  const t = useWords();

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center">
        <Button size="small" className="me-1" onClick={onRunAgain}>
          {t("image.runAgain")}
        </Button>
        <Link href={`/?remix=${image.generationId}`} className={word}>
          {t("viewer.remix")}
        </Link>
        <Button variant="ghost" size="small" onClick={onVary}>
          {t("viewer.vary")}
        </Button>
      </div>
      <div className="-ms-3 flex flex-wrap items-center">
        <Link href={`/?reference=${image.id}`} className={word}>
          {t("image.useAsReference")}
        </Link>
        <ApplyButton detail={detail} onApply={onApply} />
        <CopyMenu detail={detail} />
      </div>
    </div>
  );
}

const word = buttonClass({ variant: "ghost", size: "small" });
