import { type DraftField, isDraftField } from "#components/studio/draft/composer-draft.ts";
import type { AttemptError } from "#lib/contract/generation-view.ts";

/** The field of the composer that a refused attempt is about; null where the gateway named none that is there. */
export function fieldOfError({ code, field }: AttemptError): DraftField | null {
  if (code === "model_not_found") return "model";

  // Gateways name a place within a field as well: "size.width".
  const [name = ""] = (field ?? "").split(".");
  return isDraftField(name) ? name : null;
}
