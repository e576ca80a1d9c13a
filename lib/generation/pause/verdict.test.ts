import { expect, test } from "vitest";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { verdictOf } from "#lib/generation/pause/verdict.ts";
import { because } from "#messages/reason.ts";

const never = { unsentCount: 0, refusedCount: 0 };
const unsent = new EngineError(because("said", { said: "refused" }), {
  sent: "no",
  charged: "no",
  code: "unreachable",
});
const rateLimited = (retryAfterMs: number | null) =>
  new EngineError(because("said", { said: "wait" }), {
    sent: "answered",
    charged: "no",
    code: "rate_limited",
    retryAfterMs,
  });

test("what may have been sent is never sent again", () => {
  const error = new EngineError(because("said", { said: "gone" }), {
    sent: "maybe",
    charged: null,
    code: "connection_lost",
  });
  expect(verdictOf(error, never)).toEqual({ command: "lose" });
});

test("what is proven unsent is sent again five times, later each time, and then fails free of charge", () => {
  const delays = [0, 1, 2, 3, 4].map((unsentCount) =>
    verdictOf(unsent, { unsentCount, refusedCount: 0 }),
  );
  expect(delays.map((verdict) => verdict.command === "requeue" && verdict.delayMs)).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000,
  ]);
  expect(verdictOf(unsent, { unsentCount: 5, refusedCount: 0 })).toEqual({
    command: "fail",
    charged: "no",
  });
});

test.each([
  [null, 5_000],
  [0, 1_000],
  [30_000, 30_000],
  [86_400_000, 900_000],
])("a Retry-After of %s ms makes it wait %i ms", (retryAfterMs, delayMs) => {
  expect(verdictOf(rateLimited(retryAfterMs), never)).toEqual({
    command: "requeue",
    counts: "refusedCount",
    delayMs,
  });
});

test("the fourth refusal for now is a failure that cost nothing", () => {
  const verdict = verdictOf(rateLimited(1_000), { unsentCount: 0, refusedCount: 3 });
  expect(verdict).toEqual({ command: "fail", charged: "no" });
});

test("an answer that does not say whether it was charged is taken to have been", () => {
  const error = new EngineError(because("said", { said: "odd" }), {
    sent: "answered",
    charged: null,
    code: "bad_answer",
  });
  expect(verdictOf(error, never)).toEqual({ command: "fail", charged: "likely" });
});
