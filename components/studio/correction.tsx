import { CircleAlert } from "lucide-react";
import type { Suggestion } from "#components/studio/suggest-value.ts";
import { Button } from "#components/ui/button.tsx";

interface CorrectionProps {
  message: string;
  suggestion: Suggestion | null;
  onAccept: (suggestion: Suggestion) => void;
}

/** What is wrong, and the nearest that would be right, at one press. */
export function Correction({ message, suggestion, onAccept }: CorrectionProps) {
  return (
    <>
      <span className="flex items-center gap-1.5 text-danger-ink text-xs">
        <CircleAlert aria-hidden className="size-3.5 shrink-0" />
        {message}
      </span>
      {suggestion && (
        <Button size="small" onClick={() => onAccept(suggestion)}>
          {suggestion.label}
        </Button>
      )}
    </>
  );
}
