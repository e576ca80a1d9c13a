import type { BatchRequest, GenerationRequest } from "#lib/contract/batch-request.ts";
import type { BatchView } from "#lib/contract/batch-view.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

/** What a press of one generation sends. */
export function singleRequest(request: GenerationRequest): BatchRequest {
  return { kind: "single", requests: [request], spec: {} };
}

/** The generation of a batch that has one. */
export function onlyGeneration({ generations: [generation] }: BatchView): GenerationView {
  if (!generation) throw new Error("the batch has no generation");
  return generation;
}
