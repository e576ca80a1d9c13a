import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const refusals: Told[] = [
  [400, says("Rejected.", { code: "content_policy_violation" })],
  [400, says("Rejected.", { code: "moderation_blocked", type: "image_generation_user_error" })],
  [
    400,
    says(
      'litellm.BadRequestError: litellm.ContentPolicyViolationError: AzureException - {"error":{"code":"contentFilter","message":"The prompt was filtered."}}',
      { code: "400" },
    ),
  ],
  [400, says("ContentPolicyViolationError: no.", { code: "400", type: null })],
  [400, says("Your request was rejected by our safety system.", { code: null })],
  [
    400,
    says("Your request was rejected as a result of our safety system. safety_violations=[sexual]"),
  ],
  [
    400,
    says("Image generation failed: the prompt could violate Google's Responsible AI practices."),
  ],
  [
    400,
    {
      error: {
        code: 400,
        status: "INVALID_ARGUMENT",
        message: "The prompt could not be submitted. It violates our Responsible AI policy.",
      },
    },
  ],
  [
    422,
    { detail: [{ loc: ["body", "prompt"], msg: "Flagged.", type: "content_policy_violation" }] },
  ],
  [403, { error: "SAFETY_CHECK" }],
  [403, { code: 403, message: "SAFETY_CHECK: the prompt did not pass" }],
  [
    403,
    says('google/imagen requires moderation. Your input was flagged for "violence"', { code: 403 }),
  ],
  [200, { base_resp: { status_code: 1026, status_msg: "input new_sensitive" } }],
  [200, { id: "x", data: null, base_resp: { status_code: 1027, status_msg: "output" } }],
  [200, { type: "error", code: "moderation_blocked", message: "Blocked." }],
  [
    200,
    {
      type: "error",
      error: { type: "image_generation_user_error", code: "moderation_blocked", message: "No." },
    },
  ],
  [200, { data: [{ error: { code: "content_filter", message: "Filtered." } }] }],
  [200, { data: [{ error: "Content policy violation" }] }],
  [
    400,
    { code: "DataInspectionFailed", message: "Output data may contain inappropriate content." },
  ],
  [400, { code: "InvalidParameter", message: "Input data may contain inappropriate content." }],
  [
    400,
    says("The request failed because the input text may contain sensitive information.", {
      code: "InputTextSensitiveContentDetected",
    }),
  ],
  [400, says("系统检测到输入或生成内容可能包含不安全或敏感内容", { code: "1301" })],
  [
    400,
    {
      errors: [{ code: 3030, message: "AiError: Input prompt contains NSFW content" }],
      success: false,
    },
  ],
  [
    400,
    {
      code: "Client specified an invalid argument",
      error: "Generated image rejected by content moderation.",
    },
  ],
  [
    400,
    says("No.", {
      code: "invalid_request_error",
      innererror: { code: "ResponsibleAIPolicyViolation" },
    }),
  ],
  [
    502,
    says("The provider failed.", {
      code: "upstream_error",
      provider_error: { code: "moderation_blocked" },
    }),
  ],
  [
    422,
    says("The provider failed.", {
      code: "bad_request",
      provider_code: "content_policy_violation",
    }),
  ],
  [400, says("No.", { code: "x", provider_error: { type: "safety_system" } })],
  [
    400,
    says("No.", { code: "x", provider_error: { message: "This violates our usage policies." } }),
  ],
  [
    400,
    says(
      "Error code: 400 - {'error': {'message': 'No.', 'type': 'x', 'code': 'moderation_blocked'}}",
    ),
  ],
  [400, [says("Your prompt was blocked by our content filter.")]],
  [446, says("The guardrail checks failed", { type: "hooks_failed" })],
  [200, { candidates: [{ finishReason: "IMAGE_SAFETY" }] }],
  [200, { predictions: [{ raiFilteredReason: "Unsafe content was filtered." }] }],
];

describe("a refusal is one wherever it is told, and is free", () => {
  test.each(refusals.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "refused", charged: "no" });
  });
});
