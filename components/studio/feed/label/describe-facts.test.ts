import { expect, test } from "vitest";
import {
  attemptOf,
  generationOf,
  imageOf,
  painter,
} from "#components/data/records/test-records.ts";
import { describeFacts } from "#components/studio/feed/label/describe-facts.ts";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import { english as t } from "#messages/english.server.ts";

const sentAt = "2026-01-01T12:00:00.000Z";
const endedAt = "2026-01-01T12:00:12.000Z";
const made = { state: "succeeded", charged: "yes", actualCostMicros: 40_000 } as const;

test("one picture tells its shape, its pixels, how long it took and what it cost", () => {
  const generation = generationOf({
    model: "some/model",
    endedAt,
    attempts: [attemptOf({ ...made, sentAt, endedAt })],
    images: [imageOf({ width: 1536, height: 1024 })],
  });
  expect(describeFacts(generation, t)).toEqual({
    status: null,
    facts: ["some/model", "3:2", "1536 × 1024", "12 s", "$0.04"],
  });
});

test("of several, of which one is missing, that is said first", () => {
  const attempts = [
    attemptOf({ ...made, sentAt, endedAt }),
    attemptOf({ id: "a2", index: 1, state: "failed", charged: "no" }),
  ];
  const parameters = { prompt: "a fox", n: 2, size: "1024x1024" } as const;
  expect(describeFacts(generationOf({ model: "m", endedAt, attempts, parameters }), t)).toEqual({
    status: "1 of 2 made",
    facts: ["m", "1:1", "1024 × 1024", "12 s", "$0.04"],
  });
});

test("of several that have different pixels none are told", () => {
  const images = [imageOf(), imageOf({ id: "i2", width: 1008, height: 1008 })];
  const told = (given: typeof images) =>
    describeFacts(generationOf({ model: "m", n: 2, images: given }), t).facts;
  expect(told(images)).toEqual(["m", "1:1", "price unknown"]);
  expect(told(images.slice(0, 1))).toEqual(["m", "1:1", "1024 × 1024", "price unknown"]);
});

test("what is not known is not said", () => {
  expect(describeFacts(generationOf({ gateway: painter }), t).facts).toEqual(["Painter", "free"]);
  const parameters = { prompt: "a fox", size: "1000x707" } as const;
  expect(describeFacts(generationOf({ parameters }), t).facts).toEqual([
    "Default model",
    "1000 × 707",
    "price unknown",
  ]);
});

test("a model is called by its name where one is known, as in the picker, and by its id where not", () => {
  const generation = generationOf({ model: "some/model" });
  const model = { ...anyModel, id: "some/model", name: "Some Model" };
  const offer = { gateway: generation.gateway, takesAnyModel: true, error: null };
  const named = (offers: ModelOffer[]) => describeFacts(generation, t, offers).facts[0];
  expect(named([{ ...offer, models: [model] }])).toBe("Some Model");
  expect(named([{ ...offer, models: [] }])).toBe("some/model");
  expect(named([{ ...offer, models: [model], gateway: painter }])).toBe("some/model");
});
