import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const faults: [Told, string][] = [
  [
    [
      400,
      says("Invalid value for 'moderation'. Supported values are 'low' and 'auto'.", {
        param: "moderation",
      }),
    ],
    "invalid",
  ],
  [
    [400, says("Invalid value for moderation: must be low or auto, strict is not allowed")],
    "invalid",
  ],
  [[422, says("safety_identifier is unknown")], "invalid"],
  [
    [400, says("Unknown parameter: 'safety_identifier'.", { code: "unknown_parameter" })],
    "invalid",
  ],
  [
    [
      422,
      {
        detail: [
          {
            loc: ["body", "safety_tolerance"],
            msg: "Input should be less than 6",
            type: "less_than_equal",
          },
        ],
      },
    ],
    "invalid",
  ],
  [
    [
      422,
      {
        detail: [
          {
            loc: ["body", "size"],
            msg: "Bad.",
            type: "value_error",
            input: { prompt: "moderation_blocked content policy violated" },
          },
        ],
      },
    ],
    "invalid",
  ],
  [[415, says("Unsupported content type")], "not_supported"],
  [[400, says("The model `nsfw-flux` does not exist")], "unknown_model"],
  [
    [400, { code: 20012, message: "Model does not exist. Please check it carefully." }],
    "unknown_model",
  ],
  [[404, says("No.", { code: "DeploymentNotFound" })], "unknown_model"],
  [[404, { detail: "Not Found" }], "wrong_address"],
  [[401, says("No.")], "unauthorized"],
  [[400, { code: "x", error: "Incorrect API key provided: sk-***." }], "unauthorized"],
  [[403, says("Your organization must be verified to use this model.")], "forbidden"],
  [
    [403, "<html><title>Attention Required!</title><p>Sorry, you have been blocked</p>"],
    "forbidden",
  ],
  [[422, says("No upscaling.", { code: "model_capability_not_supported" })], "not_supported"],
  [[400, says("Old.", { code: "invalid_api_version" })], "not_supported"],
  [[501, says("Image generation is not implemented")], "not_supported"],
  [[501, says("No.", { code: "not_implemented" })], "not_supported"],
  [[501, says("The provider does not offer this operation.")], "not_supported"],
  [[501, says("This operation is not available.")], "not_supported"],
  [[405, says("This operation is not available.")], "wrong_address"],
  [[501, says("The POST method is not supported.")], "wrong_address"],
  [[405, says("Image edits are not allowed here")], "not_supported"],
  [[405, says("This model does not inpaint.")], "not_supported"],
  [[405, ""], "wrong_address"],
  [[405, { detail: "Method Not Allowed" }], "wrong_address"],
  [
    [405, says("This method is not one of this address.", { code: "method_not_allowed" })],
    "wrong_address",
  ],
  [
    [405, { message: "The POST method is not supported for route v1/images/generations." }],
    "wrong_address",
  ],
  [[405, "<html><title>405 Not Allowed</title><h1>405 Not Allowed</h1>nginx"], "wrong_address"],
  [[410, "<html><title>410 Gone</title>"], "wrong_address"],
  [[410, says("This model was retired.")], "not_supported"],
  [[501, ""], "wrong_address"],
  [[501, "<html><title>501 Not Implemented</title>"], "wrong_address"],
  [
    [
      501,
      "<title>Error response</title><p>Error code: 501</p><p>Message: Unsupported method ('POST').</p><p>Server does not support this operation.</p>",
    ],
    "wrong_address",
  ],
  [[413, "<html><title>413 Request Entity Too Large</title>"], "invalid"],
  [[307, ""], "wrong_address"],
  [[200, says("Bad size.", { code: "validation_error" })], "invalid"],
  [[200, { code: 401, message: "invalid token" }], "unauthorized"],
  [[200, says("Unheard of.", { code: "model_not_found" })], "unknown_model"],
];

const streaming: Told[] = [
  [400, says("Unknown parameter: 'stream'.", { param: "stream", code: "unknown_parameter" })],
  [500, says("Unknown parameter: 'stream'")],
  [
    422,
    {
      detail: [
        { loc: ["body", "stream"], msg: "Extra inputs are not permitted", type: "extra_forbidden" },
      ],
    },
  ],
  [400, says("stream is not supported for this model")],
  [501, says("Streaming is not supported")],
  [500, { status: "failure", message: "Streaming isn't supported for image generation" }],
  [400, says("This provider does not support streaming.")],
  [400, { detail: "`stream` must be false" }],
  [400, 'json: unknown field "stream"'],
  [400, says("Unrecognized request argument supplied: stream")],
  [400, says("unexpected keyword argument 'stream'")],
];

describe("what is wrong with the request is free", () => {
  test.each(faults.map(([told, kind]) => [...titled(told), kind] as const))(
    "%s",
    (_, told, kind) => {
      expect(read(told)).toMatchObject({ kind, charged: "no" });
    },
  );
});

describe("a gateway that does not take a stream says so", () => {
  test.each(streaming.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "streaming", charged: "no" });
  });

  test("and not one that wants one", () => {
    for (const words of [
      "'partial_images' is not supported without streaming",
      "partial_images is only supported when stream is true",
    ]) {
      expect(read([400, says(words)])).toMatchObject({ kind: "invalid" });
    }
  });
});
