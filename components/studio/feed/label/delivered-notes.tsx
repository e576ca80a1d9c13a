import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import { tellNote } from "#messages/note.ts";

/**
 * What the engine says of how it read the prompt, once for all pictures of a generation, in one line. Its room is kept
 * where it is sure to come, as of the built-in painter.
 */
export function DeliveredNotes({
  generation: { images, gateway },
}: {
  generation: GenerationView;
}) {
  const t = useWords();
  // That the painter is no AI model is said once, at the first run, and in full on a picture's page.
  const told = images
    .flatMap(({ delivered }) => delivered.notes ?? [])
    .filter(({ code }) => code !== "no_model");
  const notes = [...new Set(told.map((note) => tellNote(note, t)))].join(" ");
  if (notes === "" && !isLocal(gateway)) return null;

  return (
    <div dir="auto" title={notes} className="h-5 min-w-0 flex-1 truncate max-md:hidden">
      {notes}
    </div>
  );
}
