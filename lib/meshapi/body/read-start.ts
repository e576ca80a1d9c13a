/**
 * Reads the start of an error's body as text. It never throws: the status has been told, and what is lost of
 * the explanation does not change it.
 */
export async function readStart(
  body: AsyncIterable<Uint8Array>,
  { bytesMax }: { bytesMax: number },
): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";

  try {
    for await (const piece of body) {
      text += decoder.decode(piece, { stream: true });
      bytes += piece.byteLength;
      if (bytes >= bytesMax) break;
    }
  } catch {
    return text;
  }

  return text;
}
