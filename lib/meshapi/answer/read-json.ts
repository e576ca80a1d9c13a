import type * as z from "zod";
import { readBody } from "../body/read-body.ts";
import { MeshAPIError } from "../failure/mesh-api-error.ts";
import type { Answer } from "../request/send-request.ts";

/**
 * Reads a JSON answer of at most `bytesMax` bytes. Throws the code `invalid_answer` for what is not JSON, as a proxy's
 * page with status 200, or not of the schema's shape.
 */
export async function readJson<Schema extends z.ZodType>(
  answer: Answer,
  { schema, bytesMax }: { schema: Schema; bytesMax: number },
): Promise<z.infer<Schema>> {
  const text = await readBody(answer.body, { bytesMax });
  const invalid = (cause: unknown) =>
    new MeshAPIError("The gateway's answer makes no sense.", {
      sent: "answered",
      code: "invalid_answer",
      status: answer.status,
      requestId: answer.requestId,
      details: text.slice(0, 2_000),
      cause,
    });

  const parsed = schema.safeParse(parse(answer, text, invalid));
  if (parsed.success) return parsed.data;

  throw invalid(parsed.error);
}

function parse(
  { parseJson }: Answer,
  text: string,
  invalid: (cause: unknown) => MeshAPIError,
): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw invalid(error);
  }
}
