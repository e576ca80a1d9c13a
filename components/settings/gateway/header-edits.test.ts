import { expect, test } from "vitest";
import {
  type HeaderEdits,
  headersChange,
  noEdits,
  withoutSaved,
} from "#components/settings/gateway/header-edits.ts";

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

test("what was written while the rest was being saved is still to be saved, and nothing else is", () => {
  const kept = { id: 1, name: "x-new", value: "n" };
  const saved: HeaderEdits = {
    values: { "x-team": "foxes", "x-tier": "1" },
    removed: ["x-old"],
    added: [kept, { id: 2, name: "x-half", value: "h" }],
  };
  expect(withoutSaved(saved, saved)).toEqual(noEdits);

  const later = { id: 2, name: "x-half", value: "half" };
  const edits = { values: { "x-team": "badgers", "x-tier": "1" }, removed: ["x-old", "x-older"] };
  expect(withoutSaved({ ...edits, added: [kept, later] }, saved)).toEqual({
    values: { "x-team": "badgers" },
    removed: ["x-older"],
    added: [later],
  });
});
