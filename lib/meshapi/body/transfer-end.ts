import { AnswerTooLargeError } from "./answer-too-large-error.ts";

/** How long more is waited for when what came is complete, and the transfer is not. */
export const afterEndMs = 2_000;

/** A limit of ours is no end of the transfer: what lies behind it may be more pictures. */
export function isCutOff(failure: unknown): boolean {
  return !(failure instanceof AnswerTooLargeError);
}
