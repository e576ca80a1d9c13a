import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";

/**
 * The same request, for another picture: of what was asked for only the seed is left to chance. The painter leaves
 * nothing to chance, and without a seed would paint the same again.
 */
export function varyRequest({
  parameters: { seed: _, ...others },
  gateway,
}: Pick<GenerationView, "parameters" | "gateway">): GenerationRequest {
  return isLocal(gateway) ? { ...others, seed: Math.floor(Math.random() * 2 ** 30) } : others;
}
