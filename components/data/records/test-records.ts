import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import { because } from "#messages/reason.ts";

const time = "2026-01-01T12:00:00.000Z";

/** One that costs money, and one that does not. */
export const gateway: GatewayRef = { id: "p1", kind: "meshapi", name: "MeshAPI", paid: true };
export const painter: GatewayRef = { id: "p2", kind: "painter", name: "Painter", paid: false };

/** Records for tests: whole, and with what a test says of them. */
export function attemptOf(given: Partial<AttemptView> = {}): AttemptView {
  return {
    id: "a1",
    generationId: "g1",
    gatewayId: gateway.id,
    index: 0,
    position: 1,
    state: "queued",
    seed: null,
    notBefore: null,
    createdAt: time,
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
    estimatedCostMicros: null,
    actualCostMicros: null,
    retryOfId: null,
    settleCount: null,
    settleAt: null,
    settledAt: null,
    imageUrl: null,
    fetchTriedAt: null,
    answerBytes: null,
    ...given,
  };
}

/** A key that was rejected, unless a test says otherwise. */
export function pauseOf(given: Partial<PauseView> = {}): PauseView {
  return {
    code: "unauthorized",
    gatewayId: gateway.id,
    reason: because("said", { said: "Check it in Settings." }),
    until: null,
    ...given,
  };
}

export function imageOf(given: Partial<ImageView> = {}): ImageView {
  return {
    id: "i1",
    generationId: "g1",
    attemptId: "a1",
    index: 0,
    prompt: "a fox",
    revisedPrompt: null,
    width: 1024,
    height: 1024,
    type: "image/png",
    bytes: 1_000,
    thumbhash: "",
    delivered: {},
    isFavorite: false,
    isHidden: false,
    deletedAt: null,
    createdAt: time,
    ...given,
  };
}

/** A generation of n queued attempts, `a1`, `a2`, … */
export function generationOf({
  n = 1,
  ...given
}: Partial<GenerationView> & { n?: number } = {}): GenerationView {
  const id = given.id ?? "g1";
  const attempts = Array.from({ length: n }, (_, index) =>
    attemptOf({ id: `a${index + 1}`, generationId: id, index, position: index }),
  );

  return {
    id,
    batchId: `batch-of-${id}`,
    state: "queued",
    prompt: "a fox",
    parameters: { prompt: "a fox", n },
    model: null,
    gateway,
    inputs: [],
    sourceGenerationId: null,
    createdAt: time,
    endedAt: null,
    attempts,
    images: [],
    ...given,
  };
}
