import type { Charge, LoggedRequest } from "../../e2e/fake-gateway/ledger.ts";
import type { AttemptChange, Evidence, StoredFile } from "./evidence.ts";
import { hashOf } from "./hash-of.ts";
import { bad, good, makeEvents } from "./test-generations.ts";

/**
 * What a faultless run leaves: one press for two pictures. `one` is stored at once; `two` was interrupted, and repeated as
 * `three`, which was refused for now before it went well. And one press, `four`, for which the gateway sent no picture.
 */
export function makeEvidence(): Evidence {
  const events = makeEvents().map((event, index) => {
    const { type, ...data } = event;
    return { sequence: index + 1, type, data, hash: hashOf(JSON.stringify(data)) };
  });
  const attempts = [...good.attempts, ...bad.attempts];

  return {
    asked: [good, bad].map((generation) => ({
      operation: "create",
      client: 0,
      key: `key-${generation.id}`,
      prompt: generation.prompt,
      n: generation === good ? 2 : 1,
      generationId: null,
      attemptIds: [],
      sentAt: 0,
      answeredAt: 1,
      status: 202,
      answer: { id: generation.id, attemptIds: generation === good ? ["one", "two"] : ["four"] },
    })),
    told: {
      imageIds: ["image-one", "image-three"],
      states: attempts.map(({ id, state }) => ({ attemptId: id, state })),
      events: events.map(({ sequence, type, hash }) => ({ reader: 0, sequence, type, hash })),
    },
    ledger: {
      charges: ["one", "two", "three", "four"].map(makeCharge),
      requests: [
        ...["one", "two", "three", "four"].map((id) => makeRequest(id, 200)),
        makeRequest("three", 429),
      ],
      totalMicros: 0,
    },
    rows: {
      eventSequence: events.length,
      generations: [good, bad].map(({ id, prompt, state }) => ({
        id,
        idempotencyKey: `key-${id}`,
        prompt,
        state,
        isEnded: true,
        isDeleted: false,
      })),
      attempts: attempts.map(
        ({ id, generationId, index, state, charged, refusedCount, retryOfId, error }) => ({
          id,
          generationId,
          index,
          state,
          charged,
          errorCode: error?.code ?? null,
          refusedCount,
          retryOfId,
          isLeased: false,
        }),
      ),
      images: ["one", "three"].map((attemptId) => ({
        id: `image-${attemptId}`,
        attemptId,
        generationId: "good",
        index: 0,
        hash: hashOf(attemptId),
        type: "image/png",
        bytes: 9,
      })),
      events,
    },
    changes: [
      ...lifeOf("one", ["queued", "claimed", "sending", "receiving", "storing", "succeeded"]),
      ...lifeOf("two", ["queued", "claimed", "sending", "sending", "unknown"]),
      ...lifeOf("three", [
        "queued",
        "claimed",
        "sending",
        "queued",
        "claimed",
        "sending",
        "receiving",
        "storing",
        "succeeded",
      ]),
      ...lifeOf("four", ["queued", "claimed", "sending", "receiving", "storing", "failed"]),
    ],
    files: ["one", "three"].flatMap(makeFiles),
    spooled: [{ attemptId: "one", index: 0, isComplete: true, hash: hashOf("one") }],
    leftSpool: [{ attemptId: "four", index: 0, isComplete: true, hash: hashOf("no picture") }],
    snapshot: [good, bad],
    served: ["one", "three"].flatMap((id) =>
      (["original", "640", "320"] as const).map((variant) => ({
        imageId: `image-${id}`,
        variant,
        status: 200,
        hash: hashOf(id),
        bytes: 9,
      })),
    ),
    exits: [],
    leaks: [],
  };
}

/** A charge of the gateway's for an attempt. */
export function makeCharge(attemptId: string): Charge {
  return {
    requestId: `request-${attemptId}`,
    idempotencyKey: attemptId,
    prompt: "",
    model: "",
    images: 1,
    hashes: [hashOf(attemptId)],
    references: [],
    amountMicros: 1,
    chargedAt: "",
    state: attemptId === "two" ? "abandoned" : "delivered",
    endedAt: "",
  };
}

/** A request as the gateway logged it. */
export function makeRequest(attemptId: string, status: number): LoggedRequest {
  return {
    requestId: "",
    method: "POST",
    path: "",
    idempotencyKey: attemptId,
    prompt: "",
    status,
    at: "",
  };
}

const holder = "host:1";
const held = ["claimed", "sending", "receiving", "storing"];

/** A take-over is the same state twice. Each claim and each take-over raises the fence. */
function lifeOf(attemptId: string, states: readonly string[]): AttemptChange[] {
  let fence = 0;
  return states.map((to, index) => {
    const from = states[index - 1] ?? null;
    const fromFence = fence;
    if (to === "claimed" || to === from) fence += 1;
    const isHeld = held.includes(from ?? "");
    return {
      attemptId,
      at: 1_000 * index,
      from,
      to,
      fromFence,
      toFence: fence,
      owner: isHeld ? holder : null,
      newOwner: held.includes(to) ? holder : null,
      leaseUntil: isHeld ? 500 * index : null,
      writerPid: 1,
    };
  });
}

function makeFiles(id: string): StoredFile[] {
  const hash = hashOf(id);
  const name = `${hash.slice(0, 2)}/${hash}`;
  return [
    { name: `${name}.png`, bytes: 9, hash, isImage: true },
    { name: `${name}-640.webp`, bytes: 5, hash: hashOf(`${id} 640`), isImage: true },
    { name: `${name}-320.webp`, bytes: 5, hash: hashOf(`${id} 320`), isImage: true },
  ];
}
