import { isImage } from "../image/image-signature.ts";
import { isWholeImage } from "../image/is-whole-image.ts";
import type { Answer } from "../request/send-request.ts";
import { gatherBody } from "./gather-body.ts";
import { type AnswerDocument, parseDocuments } from "./parse-documents.ts";
import type { ReadDocumentsOptions } from "./read-documents-options.ts";

/** Reads a body of several parts (RFC 2046): the files of pictures, and texts. Of one that breaks off those before. */
export async function* readPartDocuments(
  answer: Answer,
  { imageBytesMax: bytesMax, silenceMs }: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  const { bytes, failure } = await gatherBody(answer, { bytesMax, silenceMs, isWhole });

  for (const part of partsOf(bytes)) {
    if (!isImage(part)) yield* parseDocuments(answer, part.toString(), null);
    else if (!failure || isWholeImage(part)) yield { type: "picture", bytes: part };
  }
  if (failure) throw failure;
}

function isWhole(bytes: Uint8Array): boolean | null {
  if (/--\s*$/.test(toLatin1(bytes.subarray(-100)))) return true;
  const last = partsOf(bytes).at(-1);
  return last && isImage(last) ? isWholeImage(last) : null;
}

function partsOf(bytes: Uint8Array): Buffer[] {
  const text = toLatin1(bytes);
  // Boundaries may begin with dashes of their own.
  const [, boundary = ""] = /(?:^|\n)(--[^\r\n]*\w)/.exec(text) ?? [];
  return `\n${text}`
    .split(`\n${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith("--"))
    .map((part) => {
      const [head = ""] = /^.*?\n\r?\n/s.exec(part) ?? [];
      const isBase64 = /^content-transfer-encoding:\s*base64/im.test(head);
      const body = part.slice(head.length).replace(/\r$/, "");
      return Buffer.from(body, isBase64 ? "base64" : "latin1");
    });
}

function toLatin1({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString("latin1");
}
