"use client";

import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import type { InspectorActionsProps } from "#components/viewer/inspector/inspector-actions.tsx";
import { useWords } from "#components/words/words.tsx";

interface PhoneBarProps extends InspectorActionsProps {
  onDetails: () => void;
}

/** On a narrow screen, under the picture: what most come for, and the way to all that is known. */
export function PhoneBar({ image, onRunAgain, onVary, onDetails }: PhoneBarProps) {
  const t = useWords();

  return (
    <div className="flex h-13 shrink-0 items-center px-4 md:hidden">
      <Button size="small" className="me-1" onClick={onRunAgain}>
        {t("image.runAgain")}
      </Button>
      <Link href={`/?remix=${image.generationId}`} className={word}>
        {t("viewer.remix")}
      </Link>
      <Button variant="ghost" size="small" onClick={onVary}>
        {t("viewer.vary")}
      </Button>
      <Button
        variant="ghost"
        size="small"
        aria-haspopup="dialog"
        className="ms-auto -me-3"
        onClick={onDetails}
      >
        {t("viewer.details")}
      </Button>
    </div>
  );
}

const word = buttonClass({ variant: "ghost", size: "small" });
