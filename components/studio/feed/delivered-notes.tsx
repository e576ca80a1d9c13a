import { Info } from "lucide-react";
import type { ImageView } from "#lib/contract/image-view.ts";

/** What the engine says of how it read the prompt, once for all pictures of a generation. */
export function DeliveredNotes({ images }: { images: readonly ImageView[] }) {
  const notes = [...new Set(images.flatMap((image) => image.delivered.notes ?? []))];
  if (notes.length === 0) return null;

  return (
    <p className="flex gap-1.5 text-muted text-xs">
      <Info aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>{notes.join(" ")}</span>
    </p>
  );
}
