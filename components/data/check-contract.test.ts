import { expect, test } from "vitest";
import { checkEvent } from "#components/data/check-contract.ts";

test("an event of the contract passes; one that is misspelt, lacks a field or has one more does not", () => {
  const event = { type: "usage-updated", generationId: crypto.randomUUID(), costMicros: 1 };
  expect(() => checkEvent(event)).not.toThrow();
  expect(() => checkEvent({ ...event, type: "usage-update" })).toThrow("the event usage-update");
  expect(() => checkEvent({ ...event, ...{ costMicros: null } })).toThrow("costMicros");
  expect(() => checkEvent(Object.assign({ cost: 1 }, event))).toThrow("cost");
});
