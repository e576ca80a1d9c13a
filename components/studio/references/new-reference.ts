import { inputsAgain } from "#components/data/submit/inputs-again.ts";
import type { Reference } from "#components/studio/draft/reference.ts";
import type { InputRequest, InputView } from "#lib/contract/input/input-view.ts";

/** The tray that would send a generation's inputs again. */
export function referencesOf(inputs: readonly InputView[], name: string): Reference[] {
  return (inputsAgain(inputs).inputs ?? []).map((input) => newReference(input, name));
}

/** A picture that is here already. */
export function newReference(input: InputRequest, name: string): Reference {
  return { key: newReferenceKey(), name, state: "ready", input };
}

let made = 0;

/** A key that no other picture of this browser has, in whatever tab. It begins with when it was made, in milliseconds. */
export function newReferenceKey(): string {
  made += 1;
  return `${Date.now()}-${made}-${Math.random().toString(36).slice(2)}`;
}
