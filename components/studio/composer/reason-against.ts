import type { Reference } from "#components/studio/draft/reference.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Words } from "#messages/create-words.ts";

interface Pressable {
  prompt: string;
  references: readonly Reference[];
  model: EngineModel;
  t: Words;
}

/** Why there is nothing to press yet; null when there is. */
export function reasonAgainst({ prompt, references, model, t }: Pressable): string | null {
  if (prompt.trim() === "") return t("composer.writeFirst");
  const count = prompt.length - model.promptCharactersMax;
  if (count > 0) return t("composer.tooLong", { count });
  if (model.referencesMax === 0) return null;

  // It would be missing from what is paid for.
  const isAny = (state: Reference["state"]) => references.some((one) => one.state === state);
  if (isAny("failed")) return t("composer.referenceFailed");
  return isAny("sending") ? t("composer.referenceSending") : null;
}
