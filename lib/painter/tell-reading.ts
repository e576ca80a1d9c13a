import type { PaintNote } from "#lib/painter/paint-job.ts";
import type { PromptReading } from "#lib/painter/prompt/prompt-reading.ts";

/** Words told of one kind; a prompt of a book's length would otherwise fill the record. */
const wordsMax = 24;

/** For people: that this is no AI model, what it understood of the prompt, and what it did not. */
export function tellReading({
  understood,
  ignored,
  subjects,
  setting,
}: PromptReading): PaintNote[] {
  const isAbstract = understood.length > 0 && subjects.length === 0 && setting === null;
  return [
    { code: "no_model", parameters: {} },
    understood.length > 0
      ? { code: "understood", parameters: list(understood) }
      : { code: "understood_nothing", parameters: {} },
    ...(ignored.length > 0 ? [{ code: "not_understood", parameters: list(ignored) } as const] : []),
    ...(isAbstract ? [{ code: "nothing_named", parameters: {} } as const] : []),
  ];
}

function list(words: readonly string[]): { words: string; more: number } {
  const different = [...new Set(words)];
  const more = Math.max(0, different.length - wordsMax);
  return { words: different.slice(0, wordsMax).join(", "), more };
}
