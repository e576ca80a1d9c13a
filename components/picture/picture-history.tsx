"use client";

import { History } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";

const PictureHistoryDialog = lazy(async () => {
  const { PictureHistoryDialog } = await import("#components/picture/picture-history-dialog.tsx");
  return { default: PictureHistoryDialog };
});

/** The way to all that was tried for the pictures of one press. */
export function PictureHistory({ generationId }: { generationId: string }) {
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <Button size="small" className="self-start" onClick={() => setIsOpen(true)}>
        <History aria-hidden className="size-3.5" />
        History
      </Button>
      <Suspense>
        {isOpen && (
          <PictureHistoryDialog generationId={generationId} onClose={() => setIsOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
