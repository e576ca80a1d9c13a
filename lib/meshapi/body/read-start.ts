import { createStringShortener } from "./shorten-strings.ts";
import { afterEndMs } from "./transfer-end.ts";
import { watchSilence } from "./watch-silence.ts";

/** An error's page is read no further; JSON may repeat the request, with the pictures in it. */
export const errorLimits = { charactersMax: 65_536, bytesMax: 64 * 1024 * 1024 };

interface ReadStartOptions {
  /** Of text, and of any one string of JSON in it. */
  charactersMax: number;
  /** Of the body: what is too long for that is read and left out. */
  bytesMax: number;
  /** How long the server may be silent. */
  silenceMs: number;
  /** Called then; it should make the body fail. */
  onSilence: () => void;
}

/**
 * Reads the start of an error's body as text, and of JSON all of it, though a picture stands before the error. It never
 * throws: the status has been told, and what is lost of the explanation does not change it.
 */
export async function readStart(
  body: AsyncIterable<Uint8Array>,
  { charactersMax, bytesMax, silenceMs, onSilence }: ReadStartOptions,
): Promise<string> {
  const decoder = new TextDecoder();
  const shorten = createStringShortener({ charactersMax });
  let bytes = 0;
  let text = "";
  const isWatching = () => true;
  const quick = watchSilence(body, {
    silenceMs: afterEndMs,
    onSilence: () => isJson(text) && onSilence(),
    isWatching,
  });

  try {
    for await (const piece of watchSilence(quick, { silenceMs, onSilence, isWatching })) {
      const added = decoder.decode(piece, { stream: true });
      const isPage = /^\s*</.test(text === "" ? added : text);
      text += isPage ? added : shorten(added);
      bytes += piece.byteLength;
      if (bytes >= bytesMax || text.length >= (isPage ? 1 : stringsMax) * charactersMax) break;
    }
  } catch {
    return text;
  }

  return text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** So many long strings are read of one error. */
const stringsMax = 16;
