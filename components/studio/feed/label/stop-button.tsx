"use client";

import { Square } from "lucide-react";
import { useState } from "react";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

/** A second press within this is the same press, of a double click. */
const restMs = 1_000;

interface StopButtonProps {
  generation: GenerationView;
  className: string;
}

/**
 * Stop, and after it "Hang up". The two never follow from one double click: what is hung up on is paid for and not kept, so the
 * button rests until the first press has been heard of and a second has passed. Nothing where all that is left is being saved.
 */
export function StopButton({ generation, className }: StopButtonProps) {
  const t = useWords();
  const { stop } = useStudioActions();
  const [isResting, setIsResting] = useState(false);

  const left = generation.attempts.filter(({ endedAt }) => endedAt === null);
  const isAsked = left.some(({ stopRequestedAt }) => stopRequestedAt !== null);
  const hangsUp = isAsked && generation.gateway.paid;
  if (hangsUp && left.every(({ state }) => state === "storing")) return null;

  async function stopNow() {
    if (isResting) return;
    setIsResting(true);
    await stop(generation, { hangsUp });
    await new Promise((resolve) => setTimeout(resolve, restMs));
    setIsResting(false);
  }

  return (
    // Not `disabled`: that would take the focus away.
    <Button
      size="small"
      aria-disabled={isResting}
      className={cn("aria-disabled:opacity-50", className)}
      onClick={stopNow}
    >
      <Square aria-hidden className="size-3 fill-current" />
      {t(hangsUp ? "feed.hangUp" : "feed.stop")}
    </Button>
  );
}
