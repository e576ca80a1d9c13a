import { randomInt } from "node:crypto";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { seedMax } from "#lib/engine/request-limits.ts";

/**
 * One seed an image: seed, seed + 1, …; chosen by us and recorded where the model takes one and none, or -1
 * ("any"), was given; null where the model takes none.
 */
export function chooseSeeds(
  request: GenerationRequest,
  model: EngineModel | null,
): (number | null)[] {
  const isGiven = request.seed !== undefined && request.seed >= 0;
  const takesSeed = isGiven || (model?.parameters.includes("seed") ?? false);
  const first = isGiven ? request.seed : randomInt(seedMax);

  return Array.from({ length: request.n ?? 1 }, (_, index) =>
    takesSeed && first !== undefined ? (first + index) % (seedMax + 1) : null,
  );
}
