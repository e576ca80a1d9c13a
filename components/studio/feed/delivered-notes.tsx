import { Info } from "lucide-react";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";
import { tellNote } from "#messages/note.ts";

/** What the engine says of how it read the prompt, once for all pictures of a generation. */
export function DeliveredNotes({ images }: { images: readonly ImageView[] }) {
  const t = useWords();
  const told = images.flatMap(({ delivered }) => delivered.notes ?? []);
  const notes = [...new Set(told.map((note) => tellNote(note, t)))];
  if (notes.length === 0) return null;

  return (
    <p className="flex gap-1.5 text-muted text-xs">
      <Info aria-hidden className="mt-px size-3.5 shrink-0" />
      <span dir="auto">{notes.join(" ")}</span>
    </p>
  );
}
