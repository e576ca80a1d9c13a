"use client";

import { HistoryList } from "#components/image/history/history-list.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface HistoryDialogProps {
  /** Null while it is asked for. */
  generation: GenerationView | null;
  /** Why it could not be had. */
  failure?: string | null;
  onClose: () => void;
}

/** All that was tried for the pictures of a generation. */
export function HistoryDialog({ generation, failure = null, onClose }: HistoryDialogProps) {
  const t = useWords();

  return (
    <Dialog isOpen onClose={onClose} title={t("history.title")}>
      {generation ? (
        <HistoryList generation={generation} />
      ) : failure ? (
        <p className="text-muted text-md">{failure}</p>
      ) : (
        <Skeleton className="h-32" />
      )}
    </Dialog>
  );
}
