import { expect, test } from "vitest";
import { fieldOfError } from "#components/studio/problem/field-of-error.ts";
import { because } from "#messages/reason.ts";

const refused = {
  code: "invalid_parameter",
  reason: because("said", { said: "No." }),
  detail: null,
};

test.each([
  ["a field of the composer", "size", "size"],
  ["a place within one", "size.width", "size"],
  ["what the composer lacks", "user", null],
  ["nothing", null, null],
])("a refusal that names %s", (_name, named, field) => {
  expect(fieldOfError({ ...refused, field: named })).toBe(field);
});

test("a model that is not there is the model's field, whatever was said of it", () => {
  expect(fieldOfError({ ...refused, code: "model_not_found", field: null })).toBe("model");
});
