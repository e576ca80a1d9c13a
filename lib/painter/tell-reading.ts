import type { PromptReading } from "#lib/painter/prompt/prompt-reading.ts";

/** Words told of one kind; a prompt of a book's length would otherwise fill the record. */
const wordsMax = 24;

/** For people: that this is no AI model, what it understood of the prompt, and what it did not. */
export function tellReading({ understood, ignored, subjects, setting }: PromptReading): string[] {
  const notes = [
    "Painted by the built-in painter, which is no AI model: it composes scenes from words it knows.",
  ];
  notes.push(
    understood.length > 0
      ? `Understood: ${list(understood)}.`
      : "Understood nothing of this prompt, so it is an abstract picture, made from the seed.",
  );
  if (ignored.length > 0) notes.push(`Not understood: ${list(ignored)}.`);
  if (understood.length > 0 && subjects.length === 0 && setting === null)
    notes.push("No thing or place was named, so the picture is abstract.");
  return notes;
}

function list(words: readonly string[]): string {
  const different = [...new Set(words)];
  const shown = different.slice(0, wordsMax).join(", ");
  return different.length > wordsMax ? `${shown} and ${different.length - wordsMax} more` : shown;
}
