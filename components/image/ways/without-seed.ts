import type { GenerationRequest } from "#lib/contract/batch-request.ts";

/** The same request, for another picture: of what was asked for only the seed is left to chance. */
export function withoutSeed({ seed: _, ...others }: GenerationRequest): GenerationRequest {
  return others;
}

/** Whether it would be the same picture again: one that leaves the seed to chance varies by itself. */
export function hasSeed({
  parameters: { seed },
}: {
  parameters: { seed?: number | undefined };
}): boolean {
  return seed !== undefined && seed >= 0;
}
