import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { OwnModel } from "#lib/contract/model/own-model.ts";
import { type TookRange, tookRangeOf } from "#lib/contract/model/took-range.ts";

/** How long pictures like one took. */
export interface UsualTook extends TookRange {
  /** Whether those had the same quality and size, or only the same model. */
  of: "settings" | "model";
}

/**
 * What is usual for a request, by the pictures that were made before it: those that are known here, and the user's `history`, whichever
 * are more. Null where too few are known to say so.
 */
export function usualTook(
  generations: readonly GenerationView[],
  wanted: GenerationView,
  history: readonly OwnModel[] = [],
): UsualTook | null {
  const ofModel = generations.filter(
    ({ model, gateway }) => model === wanted.model && gateway.id === wanted.gateway.id,
  );
  const ofSettings = ofModel.filter(({ parameters }) => hasSameSettings(parameters, wanted));
  const recent = history.find(
    ({ gatewayId, model }) => gatewayId === wanted.gateway.id && model === wanted.model,
  )?.recent;
  const likely = recent?.tookBySettings.find((settings) => hasSameSettings(settings, wanted));
  return (
    withMore(rangeOf(ofSettings), likely, "settings") ??
    withMore(rangeOf(ofModel), recent?.took, "model")
  );
}

interface Settings {
  quality?: string | null | undefined;
  size?: string | null | undefined;
}

function hasSameSettings({ quality, size }: Settings, { parameters }: GenerationView): boolean {
  return (
    (quality ?? null) === (parameters.quality ?? null) &&
    (size ?? null) === (parameters.size ?? null)
  );
}

function withMore(
  here: TookRange | null,
  told: TookRange | null | undefined,
  of: UsualTook["of"],
): UsualTook | null {
  const range = told && told.count > (here?.count ?? 0) ? told : here;
  return range && { fromMs: range.fromMs, toMs: range.toMs, count: range.count, of };
}

function rangeOf(generations: readonly GenerationView[]): TookRange | null {
  const made = generations
    .flatMap(({ attempts }) => attempts)
    .flatMap(({ state, sentAt, endedAt }) =>
      state === "succeeded" && sentAt && endedAt
        ? [{ endedAt: Date.parse(endedAt), took: Date.parse(endedAt) - Date.parse(sentAt) }]
        : [],
    )
    .sort((a, b) => b.endedAt - a.endedAt);
  return tookRangeOf(made.map(({ took }) => took));
}
