import { expect, test } from "vitest";
import { findKeyFaults, valuesOf } from "./find-key-faults.ts";

const catalogue = {
  tile: { place: "Number {rank, number}", sent: "Sent <time></time>", saving: "Saving" },
};
const whole = 't("tile.place", { rank }); t.rich("tile.sent", { time }); t("tile.saving")';
const faultsOf = (text: string) => findKeyFaults(catalogue, [{ file: "a.ts", text }]);

test("what is asked for as it is there is right", () => {
  expect(faultsOf(whole)).toEqual([]);
});

test.each([
  [`${whole}; t("tile.gone")`, "a.ts: tile.gone is not in the catalogue"],
  [
    whole.replace('t("tile.saving")', ""),
    "tile.saving is in the catalogue, and nobody asks for it",
  ],
  [whole.replace("{ rank }", "{}"), "a.ts: tile.place wants rank"],
  [whole.replace("{ rank }", "{ rank, of: 3 }"), "a.ts: tile.place has no of"],
  [whole.replace(", { time }", ""), "a.ts: tile.sent wants time"],
])("%s: %s", (text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});

test("a key that is put together, or kept in a table, is asked for too", () => {
  expect(faultsOf(`t(\`tile.\${state}\`); const table = { a: "tile.place" }`)).toEqual([]);
});

test("a reason is asked for by its code", () => {
  const reasons = { reasons: { failed: "It failed ({status}).", silent: "It said nothing." } };
  const faults = (text: string) => findKeyFaults(reasons, [{ file: "a.ts", text }]);
  expect(faults('because("failed", { status }); because(isSilent ? "silent" : "failed")')).toEqual(
    [],
  );
  expect(faults('because("failed")')).toEqual([
    "reasons.silent is in the catalogue, and nobody asks for it",
    "a.ts: reasons.failed wants status",
  ]);
});

test("the values of branches, of tags and of what tags hold are wanted", () => {
  const message = "{n, plural, one {# in {place}} other {<b>{n, number} of {all}</b>}}";
  expect([...valuesOf(message)].sort()).toEqual(["all", "b", "n", "place"]);
});
