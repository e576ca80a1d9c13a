import type { EngineModel } from "#lib/engine/image-engine.ts";

/** What a model can be looked for by; of one that nothing is known of, it may. */
export const abilities = {
  references: ({ referencesMax }: EngineModel) => referencesMax > 0,
  transparent: ({ parameters }: EngineModel) => parameters.includes("background"),
  previews: ({ parameters }: EngineModel) => parameters.includes("partial_images"),
  seed: ({ parameters }: EngineModel) => parameters.includes("seed"),
  free: ({ isFree }: EngineModel) => isFree,
} as const;

export type Ability = keyof typeof abilities;

const abilityNames = ["references", "transparent", "previews", "seed", "free"] as const;

/** Those that tell some of these models from the others. */
export function tellingAbilities(models: readonly EngineModel[]): Ability[] {
  return abilityNames.filter(
    (name) => models.some(abilities[name]) && !models.every(abilities[name]),
  );
}
