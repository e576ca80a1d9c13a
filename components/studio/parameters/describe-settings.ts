import { parameterWords } from "#components/image/parameter-words.ts";
import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import { takesValue } from "#components/studio/draft/takes-value.ts";
import { settingsOf } from "#components/studio/parameters/field-parameters.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { type ParameterName, parameterTable } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

/** What people know by its value alone. */
const plain: readonly ParameterName[] = ["quality", "output_format", "aspect_ratio", "resolution"];
const shownMax = 3;

/** What differs from the default, as "High · WebP"; "" when nothing does. */
export function describeSettings(draft: ComposerDraft, model: EngineModel, t: Words): string {
  const differs = settingsOf(model).filter(
    (name) => isSet(draft[name]) && takesValue(model, name, draft[name]),
  );
  const shown = differs.slice(0, shownMax).map((name) => describeValue(name, draft[name], t));
  const more = differs.length > shownMax ? [`+${differs.length - shownMax}`] : [];
  return [...shown, ...more].join(" · ");
}

/** A parameter's value in words, with its name where the value alone says little. */
function describeValue(name: ParameterName, value: string, t: Words): string {
  const { label, wordOf } = parameterWords(name, t);
  if (name === "extra") return label;

  const word = parameterTable[name].kind === "text" ? value : wordOf(value);
  return plain.includes(name) ? word : `${label} ${word}`;
}

function isSet(value: string): boolean {
  return value.trim() !== "" && value !== "auto";
}
