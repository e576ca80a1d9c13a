import { AnswerTooLargeError } from "./answer-too-large-error.ts";

/**
 * Reads a body as text, up to `bytesMax` bytes; throws `AnswerTooLargeError` beyond. Each piece is decoded as it comes, so that
 * the bytes of a picture in base64 and their text are never held together.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { bytesMax }: { bytesMax: number },
): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";

  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > bytesMax)
      throw new AnswerTooLargeError(`The body is larger than ${bytesMax} bytes.`);
    text += decoder.decode(piece, { stream: true });
  }

  return text + decoder.decode();
}
