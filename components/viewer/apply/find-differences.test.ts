import { expect, test } from "vitest";
import { gateway } from "#components/data/records/test-records.ts";
import { findDifferences } from "#components/viewer/apply/find-differences.ts";
import { english as t } from "#messages/english.server.ts";

const parameters = { prompt: "a fox", model: "flux", n: 1, size: "1536x1024", extra: { a: 1 } };
const same = {
  prompt: "a fox",
  model: "flux",
  gatewayId: gateway.id,
  n: "",
  size: "1536x1024",
  extra: '{"a":1}',
  quality: "",
};

const differences = (draft: object) =>
  findDifferences({ parameters, gateway }, { ...same, ...draft }, t);

test("a draft of the same request differs in nothing", () => {
  expect(differences({})).toEqual([]);
  expect(differences({ n: "1" })).toEqual([]);
});

test("what is another, and what the picture was not asked for, is told in words, with what it takes to have it", () => {
  expect(differences({ size: "1024x1024", quality: "high", n: "4" })).toEqual([
    { name: "n", label: "Count", from: "4", to: "1", values: { n: "1" } },
    {
      name: "size",
      label: "Size",
      from: "1024 × 1024",
      to: "1536 × 1024",
      values: { size: "1536x1024" },
    },
    { name: "quality", label: "Quality", from: "High", to: "Not set", values: { quality: "" } },
  ]);
});

test("a model is of its gateway", () => {
  const values = { model: "flux", gatewayId: gateway.id };
  expect(differences({ gatewayId: "another" })).toMatchObject([{ name: "model", values }]);
});

test("of an empty composer all is another, whatever was stored", () => {
  const names = findDifferences({ parameters, gateway }, { prompt: 7 }, t).map(({ name }) => name);
  expect(names).toEqual(["prompt", "model", "size", "extra"]);
});
