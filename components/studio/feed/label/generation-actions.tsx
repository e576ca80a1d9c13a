"use client";

import type { SubmissionStanding } from "#components/data/records/surroundings.ts";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { GenerationMenu } from "#components/studio/feed/label/generation-menu.tsx";
import { StopButton } from "#components/studio/feed/label/stop-button.tsx";
import { SubmissionActions } from "#components/studio/feed/label/submission-actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { RestingButton } from "#components/ui/resting-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface GenerationActionsProps {
  generation: GenerationView;
  /** Of a press that the server has not answered: while it is on its way there is nothing to be done. */
  standing: SubmissionStanding | null;
  /** At all times; else on hover and focus only. Their room is kept in any case. */
  isInSight: boolean;
  /** It was made before one's eyes: where its Stop stood stays free. */
  isAwaited: boolean;
  className: string;
}

/** What stands here is under the menu as well, where there is no room or no pointer for it. */
const withPointer = "max-md:hidden pointer-coarse:hidden";

export function GenerationActions({
  generation,
  standing,
  isInSight,
  isAwaited,
  className,
}: GenerationActionsProps) {
  const t = useWords();
  const { runAgain, remix, vary } = useStudioActions();
  const isEnded = generation.endedAt !== null;

  return (
    <div
      className={cn(
        "col-start-2 row-span-2 row-start-1 flex min-h-8 shrink-0 items-center gap-0.5 self-start transition-opacity max-md:-mt-1.5 pointer-coarse:min-h-11",
        isEnded &&
          !isInSight &&
          "md:pointer-fine:opacity-0 group-focus-within/card:opacity-100! group-hover/card:opacity-100!",
        className,
      )}
    >
      {isAwaited && (standing?.type === "sending" || isEnded) && (
        <span className={cn(firstWidth, "md:hidden")} />
      )}
      {standing ? (
        <SubmissionActions generation={generation} standing={standing} />
      ) : (
        <>
          {isEnded ? (
            <RestingButton
              size="small"
              // Its Stop stood here.
              isNew={isAwaited}
              className={cn(firstWidth, withPointer)}
              onPress={() => void runAgain(generation)}
            >
              {t("image.runAgain")}
            </RestingButton>
          ) : (
            <StopButton generation={generation} className={firstWidth} />
          )}
          <Button
            size="small"
            variant="ghost"
            className={cn("px-2", withPointer)}
            onClick={() => remix(generation)}
          >
            {t("feed.remix")}
          </Button>
          <Button
            size="small"
            variant="ghost"
            // Its room is kept, so that what stands behind it stays where it is.
            className={cn("px-2", withPointer, !isEnded && "invisible")}
            onClick={() => vary(generation)}
          >
            {t("feed.vary")}
          </Button>
          <GenerationMenu generation={generation} />
        </>
      )}
    </div>
  );
}

/** As wide as the widest that stands first, so that those after it stay where they are. */
const firstWidth = "min-w-25";
