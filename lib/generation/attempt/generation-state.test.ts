import { expect, test } from "vitest";
import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { generationStateOf } from "#lib/generation/attempt/generation-state.ts";

const attemptsIn = (...states: AttemptState[]) =>
  states.map((state, index) => ({ id: String(index), state, retryOfId: null }));

test.each([
  [["queued", "queued"], "queued"],
  [["queued", "sending"], "running"],
  [["queued", "succeeded"], "running"],
  [["storing", "failed"], "running"],
  [["succeeded", "succeeded"], "succeeded"],
  [["succeeded", "failed"], "partial"],
  [["succeeded", "unknown", "canceled"], "partial"],
  [["failed", "unknown"], "unknown"],
  [["failed", "canceled"], "failed"],
  [["canceled", "canceled"], "canceled"],
] as const)("attempts that are %j make a generation that is %s", (states, expected) => {
  expect(generationStateOf(attemptsIn(...states))).toBe(expected);
});

test("an attempt that was repeated is spoken for by its repetition", () => {
  const attempts = [
    { id: "a", state: "failed", retryOfId: null },
    { id: "b", state: "failed", retryOfId: "a" },
    { id: "c", state: "succeeded", retryOfId: "b" },
  ] as const;
  expect(generationStateOf(attempts)).toBe("succeeded");
});
