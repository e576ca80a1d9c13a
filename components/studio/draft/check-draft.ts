import { loadPart } from "#components/data/load-part.ts";
import { describeRequestFailure, RequestError } from "#components/data/request-json.ts";
import {
  type ComposerDraft,
  type DraftField,
  isDraftField,
} from "#components/studio/draft/composer-draft.ts";
import { draftToRequest } from "#components/studio/draft/draft-to-request.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import type { Words } from "#messages/create-words.ts";

/** What is wrong, by field; what belongs to no field is under "form". */
export type ComposerErrors = Partial<Record<DraftField | "form", string>>;

export type CheckedDraft = { request: ImageRequest } | { errors: ComposerErrors };

/** No press waits longer for its check than this. */
const checkMs = 1_000;

/**
 * Judges a draft with the schema that the server uses. The schema weighs as much as the studio itself, so it comes
 * on its own, when the composer is first touched. Where it does not come, the server judges alone.
 */
export async function checkDraft(draft: ComposerDraft, model: EngineModel): Promise<CheckedDraft> {
  const asked = draftToRequest(draft, model);
  const schema = await Promise.race([
    loadSchema().catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, checkMs, null)),
  ]);
  // As it will be sent: what it may be is not known here.
  if (!schema) return { request: JSON.parse(JSON.stringify(asked)) };

  const checked = schema.imageRequestSchema.safeParse(asked);
  if (checked.success) return { request: checked.data };

  const errors: ComposerErrors = {};
  for (const { path, message } of checked.error.issues)
    errors[fieldOf(String(path[0]))] ??= message;
  return { errors };
}

/** Fetches the schema before it is needed. Where that fails, it is fetched again when it is. */
export function preloadSchema(): void {
  loadSchema().catch(() => {});
}

function loadSchema() {
  return loadPart(() => import("#components/studio/draft/request-schema.ts"));
}

/** What a failed press says, at the field that it names. */
export function errorsOf(error: unknown, t: Words): ComposerErrors {
  const field = error instanceof RequestError ? error.field : null;
  return { [fieldOf(field ?? "")]: describeRequestFailure(error, t) };
}

/** A gateway is chosen with its model. */
function fieldOf(name: string): DraftField | "form" {
  if (name === "gatewayId") return "model";
  return isDraftField(name) ? name : "form";
}
