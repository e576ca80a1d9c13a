import { peekBody } from "../body/peek-body.ts";
import { isImage } from "../image/image-signature.ts";

interface Answered {
  body: AsyncIterable<Uint8Array>;
  /** By its content type. */
  isEventStream: boolean;
  contentType?: string | null;
}

/** What the body of an answer is: server-sent events, one picture, several parts, or text, most often JSON. */
export type AnswerForm = "events" | "picture" | "parts" | "text";

/** Enough to know a picture, or to tell the `data:` of an event from that of a URI. */
const startBytes = 16;

/** White space without an end is no answer. */
const blankBytesMax = 65_536;

/**
 * Tells what an answer is by its first bytes that say so, since a proxy may have changed the content type, and what is in
 * it is paid for. Waits for those bytes; the body it gives is the whole one.
 */
export async function tellForm({
  body,
  isEventStream,
  contentType,
}: Answered): Promise<{ body: AsyncIterable<Uint8Array>; form: AnswerForm }> {
  const peeked = await peekBody(body, (start) => {
    const rest = withoutBlanks(start);
    // Comments and JSON show at once; the first comment of a stream may be all there is for a minute, and so may a
    // short line, as `data: [DONE]`.
    return (
      /^([:{[<]|(data|event|id|retry):.*\n)/.test(rest.toString("latin1", 0, startBytes)) ||
      rest.length >= startBytes ||
      start.length > blankBytesMax
    );
  });

  const { start } = peeked;
  const rest = withoutBlanks(start);
  if (isImage(rest)) {
    return { body: skip(peeked.body, start.length - rest.length), form: "picture" };
  }
  const text = rest.toString("latin1");
  const isCalledParts = /^\s*multipart\//i.test(contentType ?? "");
  if (/^--\S/.test(text) || (isCalledParts && !/^[{[]/.test(text))) {
    return { body: peeked.body, form: "parts" };
  }
  const isEvents =
    /^(:|(data|event|id|retry):)/.test(text) && !/^data:(image|application)\//i.test(text);
  const isText = /^([{[<"]|data:(image|application)\/)/i.test(text);
  return { body: peeked.body, form: isEvents || (isEventStream && !isText) ? "events" : "text" };
}

/** White space, and the three bytes of a byte order mark: they may stand before the first word, and before a picture as well. */
export function withoutBlanks(bytes: Buffer): Buffer {
  const start = bytes.toString("latin1", 0, blankBytesMax);
  const blanks = /^[\t\n\r \xef\xbb\xbf]*/.exec(start)?.[0].length ?? 0;
  return bytes.subarray(blanks);
}

async function* skip(
  body: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array, void, void> {
  let left = bytes;
  for await (const piece of body) {
    yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}
