import fc from "fast-check";
import { expect, test } from "vitest";
import { describeFailure } from "#lib/meshapi/describe-failure.ts";

test.each([
  [
    "MeshAPI's",
    {
      error: { code: "rate_limit_exceeded", message: "Slow.", retry_after_seconds: 3 },
      request_id: "req_1",
    },
    { code: "rate_limit_exceeded", message: "Slow.", retryAfterSeconds: 3, requestId: "req_1" },
  ],
  [
    "OpenAI's",
    { error: { code: null, type: "invalid_request_error", message: "Bad size.", param: "size" } },
    { code: "invalid_request_error", message: "Bad size.", parameter: "size" },
  ],
  [
    "a provider's, handed on by MeshAPI,",
    { error: { code: "upstream", message: "No.", provider_error: { param: "quality" } } },
    { code: "upstream", parameter: "quality" },
  ],
  [
    "MeshAPI's own list",
    { error: { code: "validation_error", message: "No.", details: [{ loc: ["body", "seed"] }] } },
    { code: "validation_error", parameter: "seed" },
  ],
  ["a number for a code", { error: { code: 1234, message: 5 } }, { code: "1234", message: null }],
  ["a bare error", { error: "No." }, { code: null, message: "No." }],
  ["FastAPI's text", { detail: "Not Found" }, { message: "Not Found" }],
  [
    "FastAPI's list",
    { detail: [{ loc: ["body", "image", 0], msg: "Too large.", type: "x" }] },
    { message: "Too large.", parameter: "image.0" },
  ],
  ["a message", { message: "Unauthorized" }, { message: "Unauthorized" }],
])("an error in %s shape is understood, and kept whole", (_, body, expected) => {
  expect(describeFailure(JSON.stringify(body))).toMatchObject({ ...expected, details: body });
});

test("of a page, the start is kept", () => {
  const page = `<html>${"x".repeat(5_000)}`;

  expect(describeFailure(page)).toMatchObject({
    code: null,
    message: null,
    details: page.slice(0, 2_000),
  });
});

test("nothing makes it throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void describeFailure(body)));
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.jsonValue(),
      (error, detail) => void describeFailure(JSON.stringify({ error, detail })),
    ),
  );
});
