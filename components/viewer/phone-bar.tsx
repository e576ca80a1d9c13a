"use client";

import { Button } from "#components/ui/button.tsx";
import { MainActions, type MainActionsProps } from "#components/viewer/inspector/main-actions.tsx";
import { useWords } from "#components/words/words.tsx";

interface PhoneBarProps extends MainActionsProps {
  onDetails: () => void;
}

/** On a narrow screen, under the picture: what most come for, and the way to all that is known. */
export function PhoneBar({ onDetails, ...main }: PhoneBarProps) {
  const t = useWords();

  return (
    <div className="flex h-13 shrink-0 items-center px-4 md:hidden">
      <MainActions {...main} />
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
