"use client";

import { useEffect, useState } from "react";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { HistoryDialog } from "#components/image/history/history-dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface ImageHistoryDialogProps {
  generationId: string;
  onClose: () => void;
}

/** The history of the press that a picture came from, as the server has it now. */
export function ImageHistoryDialog({ generationId, onClose }: ImageHistoryDialogProps) {
  const t = useWords();
  const [generation, setGeneration] = useState<GenerationView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    requestJson("GET /api/generations/:id", { id: generationId, signal }).then(
      (answer) => setGeneration(answer.generation),
      (error: unknown) => signal.aborted || setFailure(describeRequestFailure(error, t)),
    );
    return () => controller.abort();
  }, [generationId, t]);

  return <HistoryDialog generation={generation} failure={failure} onClose={onClose} />;
}
