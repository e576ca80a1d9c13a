import { expect, test } from "vitest";
import { findTranslationFaults } from "./find-translation-faults.ts";

const english = { feed: { made: "{made} of {asked} made", stop: "Stop" } };
const faultsOf = (feed: Record<string, string>) => findTranslationFaults(english, { feed });

test("a whole translation is right, whatever order its values stand in", () => {
  expect(faultsOf({ made: "Von {asked} sind {made} fertig", stop: "Halt" })).toEqual([]);
});

test.each([
  [{ made: "{made} von {asked}" }, "feed.stop is missing"],
  [{ made: "{made} von {asked}", stop: "Halt", go: "Los" }, "feed.go is not in English"],
  [{ made: "{made} von vielen", stop: "Halt" }, "feed.made: asked does not match"],
  [{ made: "{made} von {asked} {x}", stop: "Halt" }, "feed.made: x does not match"],
])("%j: %s", (feed, fault) => {
  expect(faultsOf(feed)).toEqual([fault]);
});
