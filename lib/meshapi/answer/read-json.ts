import type * as z from "zod";
import { afterEndMs, isCutOff } from "../body/transfer-end.ts";
import { MeshAPIError } from "../failure/mesh-api-error.ts";
import type { Answer } from "../request/send-request.ts";
import type { JsonState } from "./json/measure-json.ts";
import { readTextPieces } from "./json/read-text-pieces.ts";
import { parseDocuments } from "./parse-documents.ts";

/**
 * Reads a JSON answer of at most `bytesMax` bytes, whatever stands round it, and however its transfer ends once it is
 * whole. Throws the code `invalid_answer` for what is not JSON, as a proxy's page with status 200, or not of the schema's
 * shape.
 */
export async function readJson<Schema extends z.ZodType>(
  answer: Answer,
  { schema, bytesMax }: { schema: Schema; bytesMax: number },
): Promise<z.infer<Schema>> {
  const text = await readText(answer, bytesMax);
  let cause: unknown = new SyntaxError("It is not JSON.");

  // A page has lists of its own in its scripts.
  const isPage = /^\s*</.test(text);
  for (const document of isPage ? [] : parseDocuments(answer, text, null)) {
    if (document.type !== "json" || !document.isWhole) continue;
    const parsed = schema.safeParse(document.json);
    if (parsed.success) return parsed.data;
    cause = parsed.error;
  }

  throw new MeshAPIError("The gateway's answer makes no sense.", {
    sent: "answered",
    code: "invalid_answer",
    status: answer.status,
    requestId: answer.requestId,
    details: answer.redact(text).slice(0, 2_000),
    cause,
  });
}

async function readText(answer: Answer, bytesMax: number): Promise<string> {
  let ending: NodeJS.Timeout | undefined;
  let state: JsonState = "none";
  let text = "";

  try {
    for await (const piece of readTextPieces(answer.body, { bytesMax })) {
      text += piece.added;
      state = piece.state;
      // Some keep a connection alive by white space, and never end it.
      if (piece.added.trim() === "") continue;
      clearTimeout(ending);
      if (state === "closed") ending = setTimeout(() => answer.endInSilence(), afterEndMs);
    }
  } catch (error) {
    if (state !== "closed" || !isCutOff(error)) throw error;
  } finally {
    clearTimeout(ending);
  }
  return text;
}
