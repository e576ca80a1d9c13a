import type { Answer } from "../request/send-request.ts";
import { findJsonValues } from "./json/find-json-values.ts";

/** A part of an answer: JSON, a bare text in its place, or the file of a picture. */
export type AnswerDocument =
  | { type: "json"; json: unknown; text: string; eventName: string | null; isWhole: boolean }
  | { type: "text"; text: string; eventName: string | null }
  | { type: "picture"; bytes: Uint8Array }
  | { type: "done" };

/** Finds the JSON of a text; where there is none the text is the document. */
export function* parseDocuments(
  { parseJson }: Answer,
  text: string,
  eventName: string | null,
): Generator<AnswerDocument, void, void> {
  const whole = parse(parseJson, text);
  if (whole) return yield { type: "json", json: whole.json, text, eventName, isWhole: true };

  let isFound = false;
  for (const { json, ...value } of findJsonValues(text, {
    parse: (part) => parse(parseJson, part),
  })) {
    isFound = true;
    yield { type: "json", json, eventName, ...value };
  }
  if (!isFound) yield { type: "text", text, eventName };
}

function parse(parseJson: Answer["parseJson"], text: string): { json: unknown } | null {
  try {
    return { json: parseJson(text) };
  } catch {
    return null;
  }
}
