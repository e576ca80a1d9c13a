import type { ComposerErrors } from "#components/studio/draft/check-draft.ts";
import { type DraftField, draftFields } from "#components/studio/draft/composer-draft.ts";

/** The first field that something is wrong with; undefined where there is none. */
export function wrongField(errors: ComposerErrors): DraftField | undefined {
  return draftFields().find((field) => errors[field]);
}
