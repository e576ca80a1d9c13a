"use client";

import { Suspense, useState } from "react";
import type { ComposerFill } from "#components/data/fill-composer.ts";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

const ApplyDialog = lazyPart(async () => {
  const { ApplyDialog } = await import("#components/viewer/apply/apply-dialog.tsx");
  return ApplyDialog;
});

interface ApplyButtonProps {
  detail: ImageDetail;
  onApply: (fill: ComposerFill) => void;
}

/** The way to take over parts of a picture's request into the composer. */
export function ApplyButton({ detail, onApply }: ApplyButtonProps) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <Button
        variant="ghost"
        size="small"
        aria-haspopup="dialog"
        onPointerEnter={ApplyDialog.preload}
        onClick={() => setIsOpen(true)}
      >
        {t("viewer.apply")}
      </Button>
      <Suspense>
        {isOpen && (
          <ApplyDialog detail={detail} onApply={onApply} onClose={() => setIsOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
