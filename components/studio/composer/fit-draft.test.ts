import { expect, test } from "vitest";
import { fitDraft } from "#components/studio/composer/fit-draft.ts";
import { emptyDraft } from "#components/studio/draft/composer-draft.ts";
import { draftToRequest } from "#components/studio/draft/draft-to-request.ts";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { english as t } from "#messages/english.server.ts";

const model: EngineModel = {
  id: "maker/model",
  name: "Model",
  provider: "Maker",
  description: null,
  referencesMax: 0,
  isFree: false,
  pricePerImageMicros: 40_000,
  parameters: ["size", "quality"],
  values: {},
  promptCharactersMax: 32_000,
  sizes: ["1024x1024", "1024x1792", "1792x1024"],
  anySize: null,
};

/** Of a draft with a size, as one that takes sizes leaves it. */
const switchTo = (values: Partial<typeof emptyDraft>, { from = anyModel, to = model } = {}) =>
  fitDraft({ ...emptyDraft, ...values }, { from, to, shape: values.size ?? "", t });

test("a size that the model makes is kept", () => {
  const { draft, changes } = switchTo({ size: "1792x1024" });
  expect(draft).toMatchObject({ model: "maker/model", size: "1792x1024" });
  expect(changes).toEqual([]);
});

test("a size that it does not make becomes the one of the nearest shape, and that is said", () => {
  const { draft, changes } = switchTo({ size: "1536x1024" });
  expect(draft.size).toBe("1792x1024");
  expect(changes).toEqual(["Size 1536 × 1024 → 1792 × 1024."]);
});

test("a model that takes any size keeps any size", () => {
  const { draft } = switchTo({ size: "1000x10" }, { from: model, to: { ...model, sizes: null } });
  expect(draft.size).toBe("1000x10");
});

const named: EngineModel = {
  ...model,
  id: "maker/named",
  parameters: ["aspect_ratio", "resolution"],
  values: { aspect_ratio: ["1:1", "4:3", "16:9"], resolution: ["1K", "2K"] },
  sizes: null,
};

test.each([
  // To a model that takes ratios.
  ["1536x1024", named, { aspect_ratio: "4:3", size: "1536x1024" }, ["Size 1536 × 1024 → 4:3."]],
  ["1792x1008", named, { aspect_ratio: "16:9" }, []],
  ["auto", named, { aspect_ratio: "" }, []],
  // And from one.
  ["16:9", model, { size: "1792x1024" }, ["Size 16:9 → 1792 × 1024."]],
  ["1:1", model, { size: "1024x1024" }, []],
  ["16:9", { ...model, sizes: null }, { size: "1792x1008" }, []],
  ["", model, { size: "" }, []],
])(
  "the shape %s is taken along, by the name or the size of the other model",
  (shape, to, draft, changes) => {
    const from = to === named ? model : named;
    const before = { ...emptyDraft, size: "1536x1024" };
    const fitted = fitDraft(before, { from, to, shape, t });
    expect(fitted.draft).toMatchObject(draft);
    expect(fitted.changes).toEqual(changes);
  },
);

test("a value that a model cannot honour is kept for the next one, and not sent", () => {
  const filled = { ...emptyDraft, prompt: "a fox", quality: "high", seed: "7", watermark: "false" };
  const one = { ...model, parameters: ["quality"] as const };
  const { draft } = switchTo(filled, { to: one });
  expect(draft.seed).toBe("7");
  expect(draftToRequest(draft, one)).toEqual({
    prompt: "a fox",
    model: "maker/model",
    quality: "high",
  });
  const other = { ...one, values: { quality: ["auto", "standard", "hd"] } };
  const fitted = switchTo(draft, { from: one, to: other });
  expect(fitted.changes).toEqual(["Quality High is not offered."]);
  expect(draftToRequest(fitted.draft, other)).toEqual({ prompt: "a fox", model: "maker/model" });
  expect(draftToRequest(switchTo(fitted.draft, { from: other, to: one }).draft, one)).toMatchObject(
    {
      quality: "high",
    },
  );
});

test("what the other model does not take is named, once", () => {
  const filled = { ...emptyDraft, quality: "high", output_format: "webp", background: "auto" };
  const sized = { ...model, parameters: ["size"] as const };
  const { draft, changes } = switchTo(filled, { to: sized });
  expect(changes).toEqual(["Quality High is not offered.", "Format WebP is not offered."]);
  expect(switchTo(draft, { from: sized, to: { ...sized, id: "other" } }).changes).toEqual([]);
  expect(draft).toMatchObject({ quality: "high", output_format: "webp" });
});

test("numbers and switches are sent as what they are, and what is not set not at all", () => {
  const draft = { ...emptyDraft, prompt: "a fox", n: "4", seed: "-1", watermark: "false" };
  expect(draftToRequest(draft, { ...model, parameters: ["seed", "watermark"] })).toEqual({
    prompt: "a fox",
    n: 4,
    seed: -1,
    watermark: false,
  });
});
