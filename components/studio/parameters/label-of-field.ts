import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import { parameterControls } from "#components/studio/parameters/parameter-controls.ts";

/** A field of the composer as people know it. */
export function labelOfField(field: DraftField): string {
  switch (field) {
    case "prompt":
      return "Prompt";
    case "model":
      return "Model";
    case "n":
      return "Images";
    case "size":
      return "Size";
    default:
      return parameterControls[field].label;
  }
}
