import { type DraftField, isDraftField } from "#components/studio/composer-draft.ts";
import type { AttemptError } from "#lib/generation/generation-view.ts";

/** Where gateways name it in their answer: OpenAI's and MeshAPI's `param`, FastAPI's `loc`, our own client's `path`. */
const namings = [
  /"param"\s*:\s*"(\w+)/,
  /"loc"\s*:\s*\[\s*"body"\s*,\s*"(\w+)"/,
  /"path"\s*:\s*\[\s*"(\w+)"/,
];

/** The field of the composer that a refused attempt is about; null where the gateway named none that is there. */
export function fieldOfError({ code, detail }: AttemptError): DraftField | null {
  if (code === "model_not_found") return "model";
  if (code !== "invalid_parameter" && code !== "not_supported") return null;

  for (const naming of namings) {
    const name = naming.exec(detail ?? "")?.[1];
    if (name && isDraftField(name)) return name;
  }
  return null;
}
