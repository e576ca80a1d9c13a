import { expect, test } from "vitest";
import { fieldOfError } from "#components/studio/field-of-error.ts";

const refused = { code: "invalid_parameter", message: "The gateway did not accept it." };

test.each([
  ["OpenAI's param", '{"error":{"message":"Bad size.","param":"size"}}', "size"],
  ["FastAPI's loc", '{"detail":[{"loc":["body","quality"],"msg":"Bad."}]}', "quality"],
  ["our own client's path", '[{"code":"too_big","path":["seed"]}]', "seed"],
  ["a parameter that no control sets", '{"error":{"param":"user"}}', null],
  ["a page of something in between", "<h1>Bad request</h1>", null],
  ["nothing", null, null],
])("a refused parameter is found in %s", (_name, detail, field) => {
  expect(fieldOfError({ ...refused, detail, field: null })).toBe(field);
});

test("a model that is not there is the model's field, whatever was said of it", () => {
  expect(fieldOfError({ code: "model_not_found", message: "No.", detail: null, field: null })).toBe(
    "model",
  );
});

test("what failed for another reason names no field", () => {
  const detail = '{"error":{"param":"size"}}';
  expect(fieldOfError({ code: "upstream_error", message: "It failed.", detail, field: null })).toBe(
    null,
  );
});
