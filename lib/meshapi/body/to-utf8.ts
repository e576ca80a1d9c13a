import { isAscii, isUtf8 } from "node:buffer";
import { isImage } from "../image/image-signature.ts";
import { cutLetter } from "./cut-letter.ts";
import { peekBody } from "./peek-body.ts";

/**
 * Gives the text of a body in UTF-8. UTF-16 shows by its first bytes; another encoding is believed by the name of the
 * content type's `charset`, until letters come that are UTF-8 all the same. A picture is left as it is.
 */
export async function* toUtf8(
  encoded: AsyncIterable<Uint8Array>,
  contentType: string | null,
): AsyncGenerator<Uint8Array, void, void> {
  const named = charsetOf(contentType);
  const { start, body } = await peekBody(encoded, ({ length }) => length >= (named ? 16 : 4));
  const wide = utf16Of(start);
  const decoder = isImage(start) ? null : (wide ?? named);
  if (!decoder) return yield* body;

  let isUtf8Already: boolean | null = wide ? false : null;
  let held = Buffer.alloc(0);
  for await (const piece of body) {
    held = Buffer.concat([held, piece]);
    // A letter may be cut in its middle.
    const whole = isUtf8Already === null ? cutLetter(held) : held;
    if (!isAscii(whole)) isUtf8Already ??= isUtf8(whole);
    const given = isUtf8Already === null ? whole : held;
    yield isUtf8Already === false ? Buffer.from(decoder.decode(given, { stream: true })) : given;
    held = held.subarray(given.length);
  }
  if (!isUtf8Already) yield Buffer.from(decoder.decode(held));
}

function utf16Of(start: Buffer): TextDecoder | null {
  if (/^(fffe|(?!00)..00(?!00)..00)/.test(start.toString("hex")))
    return new TextDecoder("utf-16le");
  if (/^(feff|00(?!00)..00(?!00)..)/.test(start.toString("hex")))
    return new TextDecoder("utf-16be");
  return null;
}

/** Null for UTF-8 and UTF-16, which show by themselves, and for a name that nobody knows. */
function charsetOf(contentType: string | null): TextDecoder | null {
  const [, label = "utf-8"] = /;\s*charset\s*=\s*"?'?([\w.:-]+)/i.exec(contentType ?? "") ?? [];
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding.startsWith("utf-") ? null : decoder;
  } catch {
    return null;
  }
}
