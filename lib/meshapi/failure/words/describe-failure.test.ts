import fc from "fast-check";
import { expect, test } from "vitest";
import { describeFailure } from "#lib/meshapi/failure/words/describe-failure.ts";

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
  [
    "a number for a code",
    { error: { code: 1234, message: 5 } },
    { code: "1234", message: '{"error":{"code":1234,"message":5}}' },
  ],
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
    message: `${"x".repeat(400)}…`,
    details: page.slice(0, 2_000),
  });
});

test.each([
  ["an empty list", [{ error: { message: "No." } }], "No."],
  ["errors", { errors: [{ message: "One." }, { message: "Two." }] }, "One. Two."],
  ["errors as texts", { errors: ["Too large."] }, "Too large."],
  ["errors by field", { errors: { size: ["Too large."] } }, "Too large."],
  ["a message that is a list", { error: { message: ["One", "Two"] } }, "One. Two"],
  ["a message that is a list of objects", { message: [{ msg: "Bad." }] }, "Bad."],
  ["a flat code", { code: "X", message: "Flat." }, "Flat."],
  ["a status message", { base_resp: { status_code: 1, status_msg: "Sensitive." } }, "Sensitive."],
  ["an error in the data", { data: [{ error: { message: "Inside." } }] }, "Inside."],
  [
    "details",
    { error: { message: "No.", details: { reason: "It is too big" } } },
    "No. It is too big",
  ],
  [
    "a provider's error",
    { error: { message: "Outer", provider_error: { message: "Inner" } } },
    "Outer. Inner",
  ],
  ["a detail that is an object", { detail: { error: { message: "Deep." } } }, "Deep."],
  ["RFC 9457", { type: "about:blank", title: "Bad", detail: "The size." }, "Bad. The size."],
  [
    "Apigee's",
    { fault: { faultstring: "Blocked here.", detail: { errorcode: "x" } } },
    "Blocked here.",
  ],
  ["a text within a text", JSON.stringify("No."), "No."],
  ["what nobody foresaw", { oops: "It broke" }, '{"oops":"It broke"}'],
  [
    "JSON in a text, as LiteLLM wraps it",
    { error: { message: 'litellm.BadRequestError: {"error":{"message":"Really."}}' } },
    "Really.",
  ],
  [
    "JSON in a text in a text",
    { error: { message: JSON.stringify({ message: JSON.stringify({ detail: "Deeper." }) }) } },
    "Deeper.",
  ],
  [
    "Python in a text",
    { error: { message: "Error code: 400 - {'error': {'message': 'No such size', 'code': 'x'}}" } },
    "No such size",
  ],
])("the words are never lost: %s", (_, body, message) => {
  expect(describeFailure(JSON.stringify(body)).message).toBe(message);
});

test.each([
  ["<html><head><title>502 Bad Gateway</title></head><h1>502 Bad Gateway</h1>", "502 Bad Gateway"],
  ["<!doctype html><style>p{}</style><p>Down &amp; out</p><script>x()</script>", "Down & out"],
  [
    "<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Not yours.</Message></Error>",
    "Not yours.",
  ],
  ["upstream connect error", "upstream connect error"],
  ['\uFEFF{"error":"No."}', "No."],
  ['event: error\ndata: {"error":{"message":"No."}}\n\n', "No."],
])("and neither are those of %j", (body, message) => {
  expect(describeFailure(body)).toMatchObject({ message });
});

test.each(["", "{}", "[]", "  "])("%j says nothing", (body) => {
  expect(describeFailure(body)).toMatchObject({ code: null, message: null });
});

test.each([
  [{ error: { message: "Unknown parameter: 'stream'." } }, "stream"],
  [{ detail: [{ loc: ["quality"], msg: "Bad." }] }, "quality"],
  [{ errors: { size: ["Too large."] } }, "size"],
  [{ error: { message: 'x {"error":{"message":"No.","param":"size"}}' } }, "size"],
  [{ error: "Not Found", path: "/v1/images/generations" }, null],
  [{ error: { message: "Invalid value: 'x'. Supported values are: 'y'." } }, null],
])("of %j the parameter is %s", (body, parameter) => {
  expect(describeFailure(JSON.stringify(body)).parameter).toBe(parameter);
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

const error = { code: "provider_timeout", message: "It took too long." };
const echoed = JSON.stringify({ error, request: { image: "data:image/png;base64,iVBORw0KGgo" } });

test.each([
  ["by itself", echoed.slice(0, -12)],
  ["in an event", `data: ${echoed.slice(0, -12)}`],
  ["in the words of another", JSON.stringify({ message: `Upstream: ${echoed.slice(0, -12)}` })],
])("JSON that breaks off is read as far as it goes: %s", (_, body) => {
  expect(describeFailure(body)).toMatchObject(error);
});

test.each([
  ["event: ping\ndata: {}", ""],
  ['event: ping\ndata: {"type":"ping"}', "data: [DONE]"],
  [": ping\n\nretry: 3000", 'data: {"status":"done"}'],
  ['data: {"status":"processing","message":"Starting up the GPU"}', "data: [DONE]"],
])("an error among events is found behind %j and before %j", (before, behind) => {
  const events = [before, `event: error\ndata: ${JSON.stringify({ error })}`, behind];

  expect(describeFailure(events.join("\n\n"))).toMatchObject(error);
});
