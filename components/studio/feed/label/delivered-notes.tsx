import { describeDelivered, mayDiffer } from "#components/studio/feed/label/describe-delivered.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import { tellNote } from "#messages/note.ts";

/**
 * What was asked for and not given, and what the engine says of how it read the prompt, once for all pictures of a
 * generation, in one line. Its room is kept where it may come.
 */
export function DeliveredNotes({ generation }: { generation: GenerationView }) {
  const t = useWords();
  const { images, gateway } = generation;
  // That the painter is no AI model is said once, at the first run, and in full on a picture's page.
  const told = images
    .flatMap(({ delivered }) => delivered.notes ?? [])
    .filter(({ code }) => code !== "no_model");
  const said = new Set(told.map((note) => tellNote(note, t)));
  const notes = [...describeDelivered(generation, t), ...said].join(" ");
  if (notes === "" && !isLocal(gateway) && !mayDiffer(generation)) return null;

  return (
    <div dir="auto" title={notes} className="h-5 min-w-0 flex-1 truncate max-md:hidden">
      {notes}
    </div>
  );
}
