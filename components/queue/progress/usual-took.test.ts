import { expect, test } from "vitest";
import { attemptOf, generationOf } from "#components/data/records/test-records.ts";
import { usualTook } from "#components/queue/progress/usual-took.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const parameters = { prompt: "a fox", quality: "high", size: "1536x1024" } as const;
const wanted = generationOf({ model: "m", parameters });

/** A generation of one picture that took so many seconds, the later the greater. */
function took(seconds: number, given: Partial<GenerationView> = {}): GenerationView {
  const sentAt = new Date(1_000_000 * seconds).toISOString();
  const endedAt = new Date(1_000_000 * seconds + seconds * 1_000).toISOString();
  const attempts = [attemptOf({ state: "succeeded", sentAt, endedAt })];
  return generationOf({ model: "m", parameters, attempts, ...given });
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => took(at + 1));

test("from five pictures on it is told how long most of them took", () => {
  expect(usualTook(upTo(4), wanted)).toBe(null);
  expect(usualTook(upTo(5), wanted)).toMatchObject({ fromMs: 1_000, toMs: 5_000, count: 5 });
  expect(usualTook(upTo(11), wanted)).toMatchObject({ fromMs: 2_000, toMs: 10_000, count: 11 });
});

test("only the last twenty count", () => {
  expect(usualTook(upTo(40), wanted)).toEqual({
    fromMs: 23_000,
    toMs: 38_000,
    count: 20,
    of: "settings",
  });
});

test("where too few had the same settings, those of the model count", () => {
  const low = { ...parameters, quality: "low" } as const;
  const others = upTo(5).map((one) => ({ ...one, parameters: low }));
  expect(usualTook([...others, took(6)], wanted)).toMatchObject({ count: 6, of: "model" });
});

test("what failed, and what another model made, tells nothing", () => {
  const others = upTo(9).map((one) => ({ ...one, model: "other" }));
  const failed = upTo(9).map((one) => ({
    ...one,
    attempts: one.attempts.map((attempt) => ({ ...attempt, state: "failed" as const })),
  }));
  expect(usualTook([...others, ...failed], wanted)).toBe(null);
});

test("where more were made than are known here, those of the history count, of the same settings first", () => {
  const range = { fromMs: 11_000, toMs: 19_000 };
  const tookBySettings = [{ quality: "high", size: "1536x1024", ...range, count: 8 }];
  const counts = { count: 40, made: 40, medianMs: 15_000 };
  const recent = { ...counts, took: { ...range, count: 20 }, tookBySettings };
  const history = [{ gatewayId: wanted.gateway.id, model: "m", mark: null, recent }];

  expect(usualTook([], wanted, history)).toEqual({ ...range, count: 8, of: "settings" });
  const other = generationOf({ model: "m", parameters: { ...parameters, quality: "low" } });
  expect(usualTook([], other, history)).toEqual({ ...range, count: 20, of: "model" });
  expect(usualTook(upTo(9), wanted, history)).toMatchObject({ toMs: 8_000, count: 9 });
  expect(usualTook([], generationOf({ model: "n" }), history)).toBe(null);
});
