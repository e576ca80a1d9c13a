"use client";

import { Square } from "lucide-react";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { RestingButton } from "#components/ui/resting-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

interface StopButtonProps {
  generation: GenerationView;
  className: string;
}

/**
 * Stop, and after it "Stop waiting". The two never follow from one double click: what is hung up on is paid for and not kept, so the
 * button rests until the first press has been heard of and a second has passed. Nothing where all that is left is being saved.
 */
export function StopButton({ generation, className }: StopButtonProps) {
  const t = useWords();
  const { stop } = useStudioActions();

  const left = generation.attempts.filter(({ endedAt }) => endedAt === null);
  const isAsked = left.some(({ stopRequestedAt }) => stopRequestedAt !== null);
  const hangsUp = isAsked && generation.gateway.paid;
  if (hangsUp && left.every(({ state }) => state === "storing")) return null;

  return (
    <RestingButton size="small" className={className} onPress={() => stop(generation, { hangsUp })}>
      <Square aria-hidden className="size-3 fill-current" />
      {t(hangsUp ? "feed.hangUp" : "feed.stop")}
    </RestingButton>
  );
}
