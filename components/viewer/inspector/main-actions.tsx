"use client";

import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";

export interface MainActionsProps {
  image: ImageView;
  onRunAgain: () => void;
  onVary: () => void;
}

/** What most come for, in words: beside the picture, and under it on a phone. */
export function MainActions({ image, onRunAgain, onVary }: MainActionsProps) {
  const t = useWords();

  return (
    <>
      <Button size="small" className="me-1" onClick={onRunAgain}>
        {t("image.runAgain")}
      </Button>
      <Link
        href={`/?remix=${image.generationId}`}
        className={buttonClass({ variant: "ghost", size: "small" })}
      >
        {t("viewer.remix")}
      </Link>
      <Button variant="ghost" size="small" onClick={onVary}>
        {t("viewer.vary")}
      </Button>
    </>
  );
}
