import { placeOf } from "./place-of.ts";
import type { Said } from "./said.ts";
import { parameterKeys } from "./said-keys.ts";

/** What is told of the whole request. */
const ofAll =
  /^(errors?|details?|messages?|msg|reasons?|base|general|global|\w*all_*|\w*(non_?field|form)_?errors?)$/i;

/** Which parameter is wrong: by its name, by its place in the body, or as the key of a list of faults. */
export function gatherParameter(
  value: object,
  entries: readonly (readonly [string, unknown])[],
  { key, said }: { key: string; said: Said },
): void {
  for (const [name, inner] of entries) {
    if (parameterKeys.has(name)) said.parameter ??= placeOf(inner);
  }
  // Some list the faults by their fields, and nothing else.
  const faults = Object.entries(value);
  if (key !== "errors" && !(key === "" && faults.every(([, inner]) => isTexts(inner)))) return;
  for (const [name, inner] of faults) {
    if (!isTexts(inner)) continue;
    if (!ofAll.test(name)) said.parameter ??= placeOf(name);
    said.words.push(...inner);
    said.heard.push(...inner);
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
