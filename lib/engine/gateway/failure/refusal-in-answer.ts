import { inWords } from "#lib/engine/gateway/failure/describe-refusal.ts";
import type { MeshAPIError, RawAnswer } from "#lib/meshapi/failure/mesh-api-error.ts";
import { readFailure } from "#lib/meshapi/failure/read-failure.ts";
import { tellsResult } from "#lib/meshapi/failure/words/tells-result.ts";
import type { Reason } from "#messages/reason.ts";

/** A refusal in an answer of 2xx that held no picture, and called that no error, in its words; null where there is none. */
export function refusalInAnswer(
  answer: RawAnswer | null,
): { said: string | Reason; charged: MeshAPIError["charged"] } | null {
  if (!answer) return null;

  const text = Buffer.from(answer.bytes).toString();
  const isStream = /^\s*(data|event|id):/.test(text);
  const documents = isStream ? (text.match(/^data:.*$/gm) ?? []) : [text];
  // A stream tells them a few letters at a time.
  const spoken = documents.flatMap(spokenIn).join(isStream ? "" : "\n");
  const refusal = [spoken, ...documents].map(read).find(({ kind }) => kind === "refused");
  if (!refusal) return null;
  const isMade = refusal.isByWords && documents.some((document) => tellsResult(parse(document)));
  return { said: inWords(refusal.message), charged: isMade ? "likely" : refusal.charged };
}

function read(document: string): MeshAPIError {
  return readFailure(document, { status: 200, headers: new Headers() });
}

/** What a model of words says in a chat, OpenAI's or Gemini's. */
function spokenIn(document: string): string[] {
  return textsIn(parse(document), "");
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document.replace(/^data:/, ""));
  } catch {
    return null;
  }
}

function textsIn(json: unknown, name: string): string[] {
  if (typeof json === "string") return /^(content|text|refusal)$/.test(name) ? [json] : [];
  if (Array.isArray(json)) return json.flatMap((one) => textsIn(one, name));
  return Object.entries(Object(json)).flatMap(([inner, value]) =>
    /^(choices|candidates|delta|message|content|parts|text|refusal)$/.test(inner)
      ? textsIn(value, inner)
      : [],
  );
}
