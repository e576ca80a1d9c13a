import { parameterWords } from "#components/image/parameter-words.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";

/** A field of the composer as people know it. */
export function labelOfField(field: DraftField): string {
  switch (field) {
    case "prompt":
      return "Prompt";
    case "model":
      return "Model";
    case "n":
      return "Images";
    default:
      return parameterWords[field].label;
  }
}
