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
  [400, says("Person Generation is not allowed for this prompt.")],
  [400, says("Failure to pass the risk control system")],
  [400, { code: 50412, message: "Text Risk Not Pass" }],
  [400, { code: 50511, message: "Post Img Risk Not Pass" }],
  [403, says("Your prompt did not pass the risk check")],
  [400, says("Prompt audit not pass")],
  [400, says("input new_sensitive")],
  [400, says("The prompt is sensitive.")],
  [400, says("Banned Prompt: Triggered By Prompt")],
  [400, says("文本风险检测未通过")],
  [403, says("No.", { code: 403, metadata: { reasons: ["violence"], provider_name: "OpenAI" } })],
  [403, says("No.", { code: 403, metadata: { flagged_input: "a fox …" } })],
  [451, says("No.", { type: "censorship_blocked" })],
  [451, ""],
  [200, says("No.", { code: 451 })],
  [400, says("No.", { code: "CENSORSHIP_BLOCKED" })],
  [200, { candidates: [{ finishReason: "IMAGE_SAFETY" }] }],
  [200, { predictions: [{ raiFilteredReason: "Unsafe content was filtered." }] }],
];

describe("a refusal is one wherever it is told, and is free", () => {
  test.each(refusals.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "refused", charged: "no" });
  });
});

const settings: [Told, string][] = [
  [
    [400, says("Invalid value 'allow_all' for person_generation: it is not allowed here")],
    "invalid",
  ],
  [[400, says("The value of prompt is case sensitive")], "invalid"],
  [[400, says("Case-sensitive words are not known")], "invalid"],
  [[400, says("No.", { metadata: { reasons: ["size"], flagged_input: null } })], "invalid"],
  [[403, says("The account is at risk: the payment method did not pass")], "forbidden"],
  [[400, says("Parameter seed is not allowed for this model")], "invalid"],
];

test.each(settings.map(([told, kind]) => [...titled(told), kind] as const))(
  "%s is no refusal",
  (_, told, kind) => {
    expect(read(told)).toMatchObject({ kind, charged: "no" });
  },
);

const alone = [
  "Image generation failed: the prompt could violate Google's Responsible AI practices.",
  "The prompt could not be submitted. This prompt contains sensitive words that violate Google's Responsible AI practices. Try rephrasing the prompt.",
  "DataInspectionFailed: Output data may contain inappropriate content.",
  "The content could not be processed because it was flagged by a content checker.",
  "系统检测到输入或生成内容可能包含不安全或敏感内容，请您避免输入易产生敏感内容的提示语，感谢您的配合",
  "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
  "The input or output was flagged as sensitive. Please try again with different inputs. (E005)",
  "Your request was rejected by our safety system. If you believe this is an error, contact us at help.openai.com and include the request ID req_1.",
  "This prompt is not permitted by our terms of service.",
  "Sorry, we can't generate images of public figures.",
  "NSFW content detected in the generated image",
];

describe("after a 2xx the words alone say so", () => {
  test.each(alone)("%s", (words) => {
    expect(read([200, says(words)])).toMatchObject({ kind: "refused", charged: "no" });
    expect(read([200, { message: words }])).toMatchObject({ kind: "refused", charged: "no" });
  });

  test("or a code", () => {
    const told = says("It failed.", { code: "image_content_policy_violation" });
    expect(read([200, told])).toMatchObject({ kind: "refused", charged: "no" });
    expect(read([502, told])).toMatchObject({ kind: "refused", charged: "no" });
  });
});
