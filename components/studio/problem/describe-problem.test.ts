import { describe, expect, test } from "vitest";
import { attemptOf, gateway, painter } from "#components/data/records/test-records.ts";
import { describeProblem } from "#components/studio/problem/describe-problem.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

const byGateway = { gateway, t };
const byPainter = { gateway: painter, t };

function problemOf(code: string, { field = null, ...given }: ProblemOptions = {}) {
  const error = {
    code,
    reason: because("said", { said: "As it was told." }),
    detail: "raw",
    field,
  };
  const attempt = attemptOf({ state: "failed", charged: "no", error, ...given });
  return describeProblem(attempt, byGateway);
}

type ProblemOptions = Partial<AttemptView> & { field?: string | null };

const estimatedCostMicros = 40_000;

test.each([
  ["unauthorized", "Gateway key rejected", ["open-settings"], "danger"],
  ["payment_required", "Balance used up", ["open-gateway", "retry"], "danger"],
  ["forbidden", "Not allowed by the gateway", ["open-settings", "open-gateway"], "danger"],
  ["rate_limited", "The gateway is busy", ["retry"], "warning"],
  ["refused", "Declined by the provider", ["edit-prompt"], "neutral"],
  ["invalid_parameter", "A setting was not accepted", ["edit-request"], "danger"],
  ["model_not_found", "Model not found", ["edit-request"], "danger"],
  ["wrong_address", "No images API at the gateway's address", ["open-settings", "retry"], "danger"],
  ["not_supported", "Not supported by the gateway", ["edit-request", "open-settings"], "danger"],
  ["unreachable", "Gateway not reached", ["retry", "open-settings"], "danger"],
] as const)("%s says %s and leads to %j", (code, title, steps, tone) => {
  expect(problemOf(code)).toMatchObject({ title, steps, tone, cause: "As it was told." });
});

test("a parameter that was refused is named", () => {
  expect(problemOf("invalid_parameter", { field: "size" })).toMatchObject({
    title: "Size not accepted",
    field: "size",
  });
  expect(problemOf("invalid_parameter", { field: "user" })).toMatchObject({
    title: "A setting was not accepted",
    field: null,
  });
});

test("an unknown outcome says that it may have been billed, where to look first, and warns before a retry", () => {
  const sentAt = "2026-01-01T12:00:01Z";
  const problem = problemOf("connection_lost", {
    state: "unknown",
    charged: null,
    estimatedCostMicros,
    sentAt,
  });
  expect(problem).toMatchObject({
    title: "Outcome unknown",
    cause: "As it was told. Look into the gateway's log before you ask again.",
    billed: "May have been billed",
    costEach: "~$0.04",
    steps: ["open-gateway", "retry-with-warning"],
    tone: "warning",
    sentAt,
  });
});

test.each([
  ["no", "Not billed", null],
  ["likely", "Probably billed", "~$0.04"],
  ["yes", "Billed", "~$0.04"],
] as const)("what was charged (%s) is said", (charged, billed, costEach) => {
  const problem = problemOf("bad_answer", { charged, estimatedCostMicros });
  expect(problem).toMatchObject({ billed, costEach });
});

test.each([
  "upstream_error",
  "bad_answer",
  "no_picture",
  "picture_unavailable",
  "bad_picture",
  "stopped",
  "interrupted",
  "from_the_future",
])(
  "%s is asked for again by two presses where it may have been billed, by one where not",
  (code) => {
    expect(problemOf(code, { charged: "likely" }).steps).toEqual(["retry-with-warning"]);
    expect(problemOf(code).steps).toEqual(["retry"]);
  },
);

describe("a picture that is here and could not be saved", () => {
  const unsaved = { state: "storing", charged: null, estimatedCostMicros } as const;

  test("was paid for, is tried again by itself, and is never asked for again", () => {
    const notBefore = "2026-01-01T12:01:00Z";
    expect(problemOf("storage_unavailable", { ...unsaved, notBefore })).toMatchObject({
      title: "The picture is here, but could not be saved",
      cause: "As it was told.",
      billed: "Billed",
      costEach: "~$0.04",
      steps: ["save-again"],
      until: { at: notBefore, message: "problem.saveIn" },
    });
  });

  test("may still be at the gateway, from where it is fetched again", () => {
    expect(problemOf("picture_unavailable", unsaved)).toMatchObject({
      title: "The picture is made, but could not be fetched yet",
      steps: ["fetch-again"],
    });
  });

  test("was not paid for when the painter made it", () => {
    const problem = describeProblem(attemptOf(unsaved), byPainter);
    expect(problem.title).toBe("The picture is here, but could not be saved");
    expect(problem.billed).toBe("Free");
  });
});

describe("after the restore of a backup", () => {
  const reason = because("said", { said: "It waited then." });
  const restored = { code: "restored", reason, detail: null, field: null };
  const waiting = { state: "canceled", error: restored } as const;

  test("what waited then is not sent, and is asked for again by two presses: it may have been since", () => {
    const problem = describeProblem(attemptOf({ ...waiting, charged: "no" }), byGateway);
    expect(problem.title).toBe("Not sent since a backup was restored");
    expect(problem.cause).toMatch(/^It waited then\. .*may have been made, and billed/);
    expect(problem.billed).toBe("Not billed by this studio");
    expect(problem.steps).toEqual(["retry-with-warning"]);
  });

  test("what the painter had not begun is free for certain", () => {
    const problem = describeProblem(attemptOf({ ...waiting, charged: "no" }), byPainter);
    expect(problem).toMatchObject({ cause: "It waited then.", steps: ["retry"] });
  });

  test("what was sent then has an unknown outcome", () => {
    const lost = problemOf("restored", { state: "unknown", charged: null });
    expect(lost.title).toBe("Outcome unknown");
    expect(lost.steps).toEqual(["open-gateway", "retry-with-warning"]);
  });
});

test.each(["picture_unavailable", "bad_picture"])(
  "%s with an address that is kept is fetched again for free, before it is bought again",
  (code) => {
    const imageUrl = "https://pictures.example/1.png";
    const { steps } = problemOf(code, { charged: "likely", imageUrl });
    expect(steps).toEqual(["fetch-again", "retry-with-warning"]);
  },
);

test("a gateway that cannot stream is asked without, by one press, and then again", () => {
  expect(problemOf("streaming_not_supported").steps).toEqual(["stop-streaming", "retry"]);
});

test("a key that the environment gives is corrected there, and not in Settings", () => {
  const reason = because("said", { said: "Check it in Settings." });
  const error = { code: "unauthorized", reason, detail: null, field: null };
  const attempt = attemptOf({ state: "failed", charged: "no", error });
  const problem = describeProblem(attempt, { gateway, isKeyGiven: true, t });
  expect(problem.cause).toMatch(/MESHAPI_API_KEY.*environment, or in \.env/);
  expect(problem.cause).not.toContain("Settings");
  expect(problem.steps).toEqual([]);
});

test("a picture in another machine's folder is waited for, and not asked for again", () => {
  const problem = problemOf("other_folder", { state: "storing", charged: null });
  expect(problem).toMatchObject({
    title: "The picture is in another machine's folder",
    cause: "As it was told.",
    steps: [],
  });
});

test("the painter never bills", () => {
  const attempt = attemptOf({ state: "failed", charged: "no" });
  expect(describeProblem(attempt, byPainter).billed).toBe("Free");
});

test("an unknown outcome of a request that streamed offers to turn streaming off, before it is bought again", () => {
  const lost = problemOf("streaming_not_supported", { state: "unknown", charged: null });
  expect(lost.title).toBe("Outcome unknown");
  expect(lost.steps).toEqual(["stop-streaming", "open-gateway", "retry-with-warning"]);

  const settled = {
    state: "unknown",
    charged: "no",
    settledAt: "2026-11-28T12:00:00.000Z",
  } as const;
  expect(problemOf("streaming_not_supported", settled).steps).toEqual(["stop-streaming", "retry"]);
});
