import { expect, test } from "vitest";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import { findTaker } from "#components/studio/references/find-taker.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

const offer = (id: string, models: Record<string, number>): ModelOffer => ({
  gateway: { id, kind: "openai", name: id, paid: true },
  models: Object.entries(models).map(([name, referencesMax]) => ({
    ...anyModel,
    id: name,
    name,
    referencesMax,
  })),
  takesAnyModel: true,
  error: null,
});

const offers = [offer("one", { none: 0, few: 4 }), offer("two", { many: 16 })];
const found = (count: number, gatewayId: string) =>
  findTaker(offers, { count, gatewayId })?.model.id ?? null;

test("a model that looks at so many is one of the same gateway, if that has one", () => {
  expect(found(1, "one")).toBe("few");
  expect(found(1, "two")).toBe("many");
  expect(found(5, "one")).toBe("many");
  expect(found(17, "one")).toBeNull();
});
