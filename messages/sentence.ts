import type { Words } from "#messages/create-words.ts";
import type { MessageKey } from "#messages/messages.ts";
import type { Reason } from "#messages/reason.ts";
import { tellValues } from "#messages/tell-reason.ts";

/** Something to say whose reader's language is not known yet: the name of a message, and its values. */
export interface Sentence {
  key: MessageKey;
  values: Reason["parameters"];
}

/** A sentence, to be told in the language of whoever reads it. */
export function say(key: MessageKey, values: Sentence["values"] = {}): Sentence {
  return { key, values };
}

/** A sentence in words. */
export function tellSentence({ key, values }: Sentence, t: Words): string {
  return t(key, tellValues(values, t));
}

/** A reason as a sentence. */
export function sayReason({ code, parameters }: Reason): Sentence {
  return say(`reasons.${code}`, parameters);
}
