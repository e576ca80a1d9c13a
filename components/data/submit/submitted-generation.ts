import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface Submitted {
  key: string;
  request: GenerationRequest;
  gateway: GatewayRef;
  /** What each picture costs, in millionths of a dollar. */
  pricePerImageMicros: EngineModel["pricePerImageMicros"];
  sourceGenerationId: string | null;
  /** ISO 8601. */
  now: string;
}

/** The generation that a press will have made, to be shown until the server answers with the true one. */
export function submittedGeneration(submitted: Submitted): GenerationView {
  const { key, request, gateway, sourceGenerationId, now } = submitted;
  const {
    gatewayId: _gateway,
    sourceGenerationId: _source,
    toFront: _place,
    inputs = [],
    ...parameters
  } = request;
  const attempts = Array.from({ length: request.n ?? 1 }, (_, index) =>
    submittedAttempt(submitted, index),
  );

  return {
    id: key,
    batchId: key,
    state: "queued",
    prompt: request.prompt,
    parameters,
    model: request.model ?? null,
    gateway,
    inputs: inputs.map(({ role, blobHash = "", imageId = null }) => ({ role, blobHash, imageId })),
    sourceGenerationId,
    createdAt: now,
    endedAt: null,
    attempts,
    images: [],
  };
}

function submittedAttempt(
  { key, gateway, pricePerImageMicros, now }: Submitted,
  index: number,
): AttemptView {
  return {
    id: `${key}-${index}`,
    generationId: key,
    gatewayId: gateway.id,
    index,
    position: Number.MAX_SAFE_INTEGER,
    state: "queued",
    seed: null,
    notBefore: null,
    createdAt: now,
    unsentCount: 0,
    refusedCount: 0,
    claimedAt: null,
    sentAt: null,
    receivedAt: null,
    endedAt: null,
    stopRequestedAt: null,
    requestId: null,
    charged: null,
    error: null,
    estimatedCostMicros: pricePerImageMicros,
    actualCostMicros: null,
    retryOfId: null,
    settleCount: null,
    settleAt: null,
    settledAt: null,
    imageUrl: null,
    fetchTriedAt: null,
    answerBytes: null,
  };
}
