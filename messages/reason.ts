import type { MessageKey } from "#messages/messages.ts";

type CodeOf<Key> = Key extends `reasons.${infer Code}` ? Code : never;

/** The name of a sentence in the space `reasons` of the catalogue. */
export type ReasonCode = CodeOf<MessageKey>;

/**
 * Why something did not work, as rows and events have it: which sentence, and its values. A value may be a reason in its
 * turn, or what a gateway said, as it said it.
 */
export type Reason = {
  code: ReasonCode;
  parameters: { [name: string]: string | number | Reason };
};

/** A reason, to be told in the language of whoever reads it. */
export function because(code: ReasonCode, parameters: Reason["parameters"] = {}): Reason {
  return { code, parameters };
}
