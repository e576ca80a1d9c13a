import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import { type ParameterName, parameterNames } from "#lib/engine/parameters.ts";

/** What the composer holds, as its fields hold it: text, where "" is "not set". */
export type ComposerDraft = Record<DraftField | "gatewayId", string>;

export type DraftField = "prompt" | "model" | "n" | ParameterName;

const fields: readonly DraftField[] = ["prompt", "model", "n", ...parameterNames];

export const emptyDraft: ComposerDraft = { ...fillWith(fields, ""), gatewayId: "" };

/** The draft that would make a request again. */
export function draftOf(request: Partial<GenerationRequest>): ComposerDraft {
  return fillDraft(request);
}

/** The draft in stored or foreign data; a field that is missing or strange is not set. */
export function readDraft(data: unknown): ComposerDraft {
  return typeof data === "object" && data !== null ? fillDraft(data) : emptyDraft;
}

function fillDraft(values: object): ComposerDraft {
  const draft = { ...emptyDraft };
  const known = new Map(Object.entries(values));
  for (const field of [...fields, "gatewayId"] as const) {
    const value: unknown = known.get(field);
    if (["string", "number", "boolean"].includes(typeof value)) draft[field] = String(value);
    else if (field === "extra" && value) draft[field] = JSON.stringify(value);
  }
  return draft;
}

/** The fields, in the order in which people see them. */
export function draftFields(): readonly DraftField[] {
  return fields;
}

/** Whether a name, as of an error, is a field of the composer. */
export function isDraftField(name: string): name is DraftField {
  return fields.some((field) => field === name);
}

/** The same value under each name. */
function fillWith<Name extends string>(names: readonly Name[], value: string): Record<Name, string>;
function fillWith(names: readonly string[], value: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, value]));
}
