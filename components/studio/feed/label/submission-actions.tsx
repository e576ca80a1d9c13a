"use client";

import { Square } from "lucide-react";
import type { SubmissionStanding } from "#components/data/records/surroundings.ts";
import { useSubmitter } from "#components/data/select/use-submitter.ts";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { isDraftField } from "#components/studio/draft/composer-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface SubmissionActionsProps {
  /** As it will be; its id is the press's key. */
  generation: GenerationView;
  standing: SubmissionStanding;
}

/** What can be done about a press that the studio has not answered, or would not make. Nothing while it is on its way. */
export function SubmissionActions({ generation, standing }: SubmissionActionsProps) {
  const t = useWords();
  const submitter = useSubmitter();
  const { remix } = useStudioActions();
  const { id: key, sourceGenerationId } = generation;
  if (standing.type === "sending") return null;

  function stop() {
    submitter.drop(key);
    // Its answer may be what was lost, and not the press.
    showToast(t("feed.takenBack"));
  }

  function edit({ field, message }: Extract<SubmissionStanding, { type: "refused" }>) {
    const wrong = field !== null && isDraftField(field) ? { field, message } : undefined;
    remix({ ...generation, id: sourceGenerationId }, wrong);
    submitter.drop(key);
  }

  return (
    <>
      {standing.type === "unanswered" && (
        <Button size="small" className="min-w-25" onClick={stop}>
          <Square aria-hidden className="size-3 fill-current" />
          {t("feed.stop")}
        </Button>
      )}
      {standing.type === "old" && (
        <Button size="small" onClick={() => void submitter.adopt(key, { anew: true })}>
          {t("feed.send")}
        </Button>
      )}
      {standing.type === "refused" && (
        <Button size="small" onClick={() => edit(standing)}>
          {t("feed.editPrompt")}
        </Button>
      )}
      {standing.type !== "unanswered" && (
        <Button size="small" variant="ghost" onClick={() => submitter.drop(key)}>
          {t("feed.discard")}
        </Button>
      )}
    </>
  );
}
