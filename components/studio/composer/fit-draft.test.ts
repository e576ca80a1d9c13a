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
  sizes: ["1024x1024", "1024x1792", "1792x1024"],
  anySize: null,
};

test("a size that the model makes is kept", () => {
  const { draft, changes } = fitDraft(
    { ...emptyDraft, size: "1792x1024" },
    { from: anyModel, to: model, t },
  );
  expect(draft).toMatchObject({ model: "maker/model", size: "1792x1024" });
  expect(changes).toEqual([]);
});

test("a size that it does not make becomes the one of the nearest shape, and that is said", () => {
  const { draft, changes } = fitDraft(
    { ...emptyDraft, size: "1536x1024" },
    { from: anyModel, to: model, t },
  );
  expect(draft.size).toBe("1792x1024");
  expect(changes).toEqual(["Size 1536 × 1024 → 1792 × 1024."]);
});

test("a model that takes any size keeps any size", () => {
  const { draft } = fitDraft(
    { ...emptyDraft, size: "1000x10" },
    { from: model, to: { ...model, sizes: null }, t },
  );
  expect(draft.size).toBe("1000x10");
});

test("a value that a model cannot honour is kept for the next one, and not sent", () => {
  const filled = { ...emptyDraft, prompt: "a fox", quality: "high", seed: "7", watermark: "false" };
  const { draft } = fitDraft(filled, {
    from: anyModel,
    to: { ...model, parameters: ["quality"] },
    t,
  });
  expect(draft.seed).toBe("7");
  expect(draftToRequest(draft, { ...model, parameters: ["quality"] })).toEqual({
    prompt: "a fox",
    model: "maker/model",
    quality: "high",
  });
});

test("what the other model does not take is named, once", () => {
  const filled = { ...emptyDraft, quality: "high", output_format: "webp", background: "auto" };
  const sized = { ...model, parameters: ["size"] as const };
  const { draft, changes } = fitDraft(filled, { from: anyModel, to: sized, t });
  expect(changes).toEqual(["Quality High is not offered.", "Format WebP is not offered."]);
  expect(fitDraft(draft, { from: sized, to: { ...sized, id: "other" }, t }).changes).toEqual([]);
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
