import { expect, test } from "vitest";
import { suggestValue } from "#components/studio/composer/suggest-value.ts";
import { emptyDraft } from "#components/studio/draft/composer-draft.ts";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import { english as t } from "#messages/english.server.ts";

const sized = { ...anyModel, id: "a", name: "Model A", sizes: ["auto", "1024x1024", "1792x1024"] };
const other = { ...sized, id: "b", name: "Model B" };
const models = [sized, other];

test.each([
  ["size", "9999x32", "4096x64", "Use 4096 × 64"],
  ["n", "0", "1", "Use 1"],
  ["n", "99", "10", "Use 10"],
  ["seed", "-7", "-1", "Use -1"],
  ["seed", "99999999999", "2147483647", "Use 2147483647"],
  ["seed", "1.5", "2", "Use 2"],
  ["guidance_scale", "12", "10", "Use 10"],
] as const)("a %s of %s becomes the nearest that is allowed", (field, refused, value, label) => {
  const draft = { ...emptyDraft, [field]: refused };
  expect(suggestValue(field, { draft, model: anyModel, models: [], t })).toEqual({
    field,
    value,
    label,
  });
});

test("of a model's own sizes the one of the nearest shape is offered, then of the nearest area", () => {
  const suggest = (size: string, sizes: readonly string[]) =>
    suggestValue("size", { draft: { ...emptyDraft, size }, model: { ...sized, sizes }, models, t });
  expect(suggest("1536x1024", sized.sizes)?.value).toBe("1792x1024");
  expect(suggest("500x500", ["2048x2048", "512x512", "256x256"])?.value).toBe("512x512");
});

test("for an unknown model the first of the list is offered, for a refused one of the list another", () => {
  const suggest = (id: string) =>
    suggestValue("model", { draft: { ...emptyDraft, model: id }, model: sized, models, t });
  expect(suggest("nobody/nothing")).toMatchObject({ value: "a", label: "Use Model A" });
  expect(suggest("a")?.value).toBe("b");
});

test("a value that is allowed, and yet was refused, is left to the model", () => {
  for (const [field, value] of [
    ["quality", "hd"],
    ["size", "1024x1024"],
    ["seed", "7"],
    ["aspect_ratio", "1:99"],
  ] as const) {
    const draft = { ...emptyDraft, [field]: value };
    expect(suggestValue(field, { draft, model: anyModel, models: [], t })?.value, field).toBe("");
  }
});

test("nothing is offered for what is not set", () => {
  const options = { draft: emptyDraft, model: anyModel, models: [], t };
  for (const field of ["n", "seed", "quality"] as const) {
    expect(suggestValue(field, options), field).toBe(null);
  }
});

test("nothing is offered for a prompt, nor where there is no list of models", () => {
  const options = { draft: { ...emptyDraft, model: "x" }, model: anyModel, models: [], t };
  expect(suggestValue("prompt", options)).toBe(null);
  expect(suggestValue("model", options)).toBe(null);
});
