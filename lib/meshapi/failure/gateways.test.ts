import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const spent =
  "Authentication Error, ExceededTokenBudget: Current spend for token: 7.2e-05; Max Budget for Token: 2e-07";

const money: Told[] = [
  [400, says(spent, { type: "auth_error", param: "None", code: "400" })],
  [401, says(spent, { type: "auth_error", param: "None", code: "401" })],
  [401, says("ExceededUserBudget: User=u over budget. Spend=1.2, Budget=1")],
  [400, says("ExceededTeamBudget: Team=t. Current spend: 3; Max budget: 2")],
  [400, { detail: "Crossed spend within team. Key max_budget=1 was exceeded" }],
  [200, tencent("ResourceUnavailable.LowBalance", "余额不足，请充值。")],
  [200, tencent("ResourceUnavailable.InArrears", "Stopped")],
  [400, tencent("FailedOperation.NotEnoughBalance", "x")],
];

const refused: Told[] = [
  [200, tencent("OperationDenied.TextIllegalDetected", "Illegal text.")],
  [200, tencent("OperationDenied.ImageIllegalDetected", "Illegal image.")],
  [400, tencent("OperationDenied.TextIllegalDetected", "Illegal text.")],
  [422, { detail: "Request Moderated" }],
  [422, { status: "Request Moderated" }],
  [400, { detail: "Requests moderated." }],
  [400, says("the prompt is malicious", { code: "malicious_prompt" })],
  [400, { error_code: 336003, error_msg: "malicious_prompt" }],
  [400, says("Malicious prompt.")],
];

const model: Told[] = [
  [
    401,
    says(
      "key not allowed to access model. This key can only access models=['a']. Tried to access b",
      {
        type: "key_model_access_denied",
        param: "model",
        code: "401",
      },
    ),
  ],
  [401, says("team not allowed to access model.", { type: "team_model_access_denied" })],
  [403, says("No.", { type: "user_model_access_denied" })],
  [401, says("This key can only access models=['a']")],
  [403, says("No.", { code: "model_access_denied" })],
];

function tencent(Code: string, Message: string): object {
  return { Response: { Error: { Code, Message }, RequestId: "x" } };
}

describe("a budget that is spent is money, and no wrong key", () => {
  test.each(money.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "money", charged: "no" });
  });
});

describe("what a gateway calls in its own way is refused for what it shows", () => {
  test.each(refused.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "refused", charged: "no" });
  });
});

describe("a model that the key may not use is no wrong key", () => {
  test.each(model.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "unknown_model", charged: "no" });
  });
});

const places: [Told, string | null][] = [
  [[400, says("No.", { param: "None" })], null],
  [[400, says("No.", { param: "null" })], null],
  [[400, says("No.", { param: "0" })], null],
  [[400, says("No.", { param: "" })], null],
  [[400, says("No.", { param: "n" })], "n"],
  [[400, { error: ["Error in `parameters.width`: ensure this value is less than 1024"] }], "width"],
  [[400, { error: ["Too large."] }], null],
  [[422, { errors: ["Too large."] }], null],
  [[422, { detail: ["Too large."] }], null],
  [[422, { message: ["Too large."] }], null],
  [[422, { non_field_errors: ["Too large."], size: ["Bad."] }], "size"],
  [[422, { non_field_errors: ["Too large."] }], null],
  [[422, { errors: { size: ["Bad."], base: ["Worse."] } }], "size"],
  [[422, { size: ["Bad."] }], "size"],
  [[422, { detail: [{ loc: ["body", "None"], msg: "Bad." }] }], null],
];

test.each(places)("the field of %j is %j", (told, parameter) => {
  expect(read(told)).toMatchObject({ kind: "invalid", parameter });
});

describe("a request that is wrong is so beside the name of a rule, or of a check that it passed", () => {
  test.each([
    "The prompt passed moderation but size 99x99 failed validation",
    "Moderation passed. The size is invalid: rejected.",
    "No NSFW content was detected, but n must be 1",
    "Content filter: ok. Request rejected: seed must be positive",
    "Unknown field nsfw",
    "Unknown field: nsfw_check",
    "Unrecognized request argument supplied: nsfw",
    "Unexpected keyword argument nsfw_filter",
    "Invalid value for nsfw",
    "nsfw must be a boolean",
    "Extra inputs are not permitted: safety_filter",
    "Parameter nsfw is not supported",
  ])("%s", (text) => {
    expect(read([400, says(text)])).toMatchObject({ kind: "invalid", charged: "no" });
    expect(read([422, { detail: text }])).toMatchObject({ kind: "invalid", charged: "no" });
  });

  test.each([
    "The prompt passed the size check but was blocked by moderation",
    "NSFW content detected: the prompt must not contain it",
    "The first check passed, the second did not pass our content moderation",
    "Prompt rejected by the safety system. No image was generated.",
  ])("and this is refused: %s", (text) => {
    expect(read([400, says(text)])).toMatchObject({ kind: "refused", charged: "no" });
  });
});
