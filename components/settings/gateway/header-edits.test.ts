import { expect, test } from "vitest";
import { headersChange, noEdits } from "#components/settings/gateway/header-edits.ts";

test("rows that were left empty change nothing", () => {
  expect(headersChange(noEdits)).toBeNull();
  const added = [{ id: 1, name: " ", value: "" }];
  expect(headersChange({ values: { "x-team": " " }, removed: [], added })).toBeNull();
});

test("what was removed, written over and added is one change", () => {
  const added = [{ id: 1, name: " x-new ", value: "n" }];
  expect(headersChange({ values: { "x-team": "foxes" }, removed: ["x-old"], added })).toEqual({
    "x-old": null,
    "x-team": "foxes",
    "x-new": "n",
  });
});
