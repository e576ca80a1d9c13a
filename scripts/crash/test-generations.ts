import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

function makeAttempt(id: string, position: number, changes: Partial<AttemptView>): AttemptView {
  return {
    id,
    generationId: "good",
    gatewayId: "gateway",
    index: 0,
    position,
    state: "succeeded",
    seed: null,
    notBefore: null,
    unsentCount: 0,
    refusedCount: 0,
    createdAt: "then",
    claimedAt: "then",
    sentAt: "then",
    receivedAt: "then",
    endedAt: "then",
    stopRequestedAt: null,
    requestId: null,
    charged: "yes",
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
    ...changes,
  };
}

function makeImage(attemptId: string): ImageView {
  return {
    id: `image-${attemptId}`,
    generationId: "good",
    attemptId,
    index: 0,
    prompt: "a fox",
    revisedPrompt: null,
    width: 1,
    height: 1,
    type: "image/png",
    bytes: 9,
    thumbhash: "",
    delivered: {},
    isFavorite: false,
    isHidden: false,
    deletedAt: null,
    createdAt: "then",
  };
}

const [one, two, three, four] = [
  makeAttempt("one", 1, {}),
  makeAttempt("two", 2, { index: 1, state: "unknown", charged: null }),
  makeAttempt("three", 3, { index: 1, retryOfId: "two", refusedCount: 1 }),
  makeAttempt("four", 4, {
    generationId: "bad",
    state: "failed",
    charged: "likely",
    error: {
      code: "bad_picture",
      reason: { code: "said", parameters: { said: "It is no picture." } },
      detail: null,
      field: null,
    },
  }),
];

/** A press for two pictures that went well in the end. */
export const good: GenerationView = {
  id: "good",
  batchId: "batch-of-good",
  state: "succeeded",
  prompt: "a fox",
  parameters: { prompt: "a fox" },
  model: null,
  gateway: { id: "gateway", kind: "meshapi", name: "MeshAPI", paid: true },
  inputs: [],
  sourceGenerationId: null,
  createdAt: "then",
  endedAt: "later",
  attempts: [one, two, three],
  images: ["one", "three"].map(makeImage),
};

/** A press that brought no usable picture. */
export const bad: GenerationView = {
  ...good,
  id: "bad",
  batchId: "batch-of-bad",
  state: "failed",
  prompt: "a fox [[corrupt]]",
  attempts: [four],
  images: [],
};

/** The log that leads to the two generations. */
export function makeEvents(): { type: string; [key: string]: unknown }[] {
  const generationId = "good";
  const queued: GenerationView = {
    ...good,
    state: "queued",
    endedAt: null,
    attempts: [one, two],
    images: [],
  };
  const ended = { type: "generation-ended", generationId };

  return [
    { type: "generation-queued", generation: queued },
    { type: "image-stored", image: makeImage("one") },
    { type: "attempt-ended", attempt: one, generationState: "running" },
    { type: "attempt-ended", attempt: two, generationState: "partial" },
    { ...ended, state: "partial", endedAt: "then" },
    { type: "attempt-queued", attempt: { ...three, state: "queued" }, generationState: "running" },
    { type: "image-stored", image: makeImage("three") },
    { type: "attempt-ended", attempt: three, generationState: "succeeded" },
    { ...ended, state: "succeeded", endedAt: "later" },
    { type: "generation-queued", generation: bad },
  ];
}
