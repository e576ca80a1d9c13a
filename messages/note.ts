import type { Words } from "#messages/create-words.ts";
import type { MessageKey } from "#messages/messages.ts";

type CodeOf<Key> = Key extends `notes.${infer Code}` ? Code : never;

/** The name of a sentence in the space `notes` of the catalogue. */
export type NoteCode = CodeOf<MessageKey>;

/** What is said of a picture that came, as rows have it: which sentence, and its values. */
export interface Note {
  code: NoteCode;
  parameters: { [name: string]: string | number };
}

/** A note in words. */
export function tellNote({ code, parameters }: Note, t: Words): string {
  return t(`notes.${code}`, parameters);
}
