/** An answer, or one event of it, is larger than the client was told to hold. */
export class AnswerTooLargeError extends Error {
  override readonly name = "AnswerTooLargeError";
}
