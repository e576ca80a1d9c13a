"use client";

import { History } from "lucide-react";
import { Suspense, useState } from "react";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";

const ImageHistoryDialog = wordedPart(async () => {
  const { ImageHistoryDialog } = await import("#components/image/history/image-history-dialog.tsx");
  return ImageHistoryDialog;
});

/** The way to all that was tried for the pictures of one press. */
export function ImageHistory({ generationId }: { generationId: string }) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <Button size="small" className="self-start" onClick={() => setIsOpen(true)}>
        <History aria-hidden className="size-3.5" />
        {t("image.history")}
      </Button>
      <Suspense>
        {isOpen && (
          <ImageHistoryDialog generationId={generationId} onClose={() => setIsOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
