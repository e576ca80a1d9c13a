import type { MeshAPIError, RawAnswer } from "#lib/meshapi/failure/mesh-api-error.ts";
import { readFailure } from "#lib/meshapi/failure/read-failure.ts";

/** Of a verdict without a word for people. */
const noWords = "The gateway's filter kept the picture back.";

/** Words of a refusal in an answer of 2xx that held no picture, and called that no error; null where there are none. */
export function refusalInAnswer(answer: RawAnswer | null): string | null {
  if (!answer) return null;

  const text = Buffer.from(answer.bytes).toString();
  const documents = /^\s*(data|event|id):/.test(text) ? (text.match(/^data:.*$/gm) ?? []) : [text];
  const refusal = documents.map(read).find(({ kind }) => kind === "refused");
  if (!refusal) return null;
  return /^\s*[[{]/.test(refusal.message) ? noWords : refusal.message;
}

function read(document: string): MeshAPIError {
  return readFailure(document, { status: 200, headers: new Headers() });
}
