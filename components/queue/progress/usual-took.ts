import type { GenerationView } from "#lib/contract/generation-view.ts";

/** How long pictures like one took: the 10th to the 90th percentile. */
export interface UsualTook {
  fromMs: number;
  toMs: number;
  /** Of how many, and whether those had the same quality and size, or only the same model. */
  count: number;
  of: "settings" | "model";
}

/** So many at least tell what is usual, and the last so many do. */
const least = 5;
const most = 20;

/** What is usual for a request, by the pictures that were made before it; null where too few are known to say so. */
export function usualTook(
  generations: readonly GenerationView[],
  wanted: GenerationView,
): UsualTook | null {
  const ofModel = generations.filter(
    ({ model, gateway }) => model === wanted.model && gateway.id === wanted.gateway.id,
  );
  const { quality, size } = wanted.parameters;
  const ofSettings = ofModel.filter(
    ({ parameters }) => parameters.quality === quality && parameters.size === size,
  );
  return rangeOf(ofSettings, "settings") ?? rangeOf(ofModel, "model");
}

function rangeOf(generations: readonly GenerationView[], of: UsualTook["of"]): UsualTook | null {
  const made = generations
    .flatMap(({ attempts }) => attempts)
    .flatMap(({ state, sentAt, endedAt }) =>
      state === "succeeded" && sentAt && endedAt
        ? [{ endedAt: Date.parse(endedAt), took: Date.parse(endedAt) - Date.parse(sentAt) }]
        : [],
    )
    .sort((a, b) => b.endedAt - a.endedAt)
    .slice(0, most)
    .map(({ took }) => took)
    .sort((a, b) => a - b);
  if (made.length < least) return null;

  const at = (share: number) => made[Math.round(share * (made.length - 1))] ?? 0;
  return { fromMs: at(0.1), toMs: at(0.9), count: made.length, of };
}
