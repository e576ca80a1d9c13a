import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const refusals: Told[] = [
  [200, { data: [{ is_image_safe: false, url: null }] }],
  [200, { data: [{ url: null, respect_moderation: false }] }],
  [200, { image: "", content_violation: true }],
  [200, { code: 200, message: "success", data: { outputs: [], has_nsfw_contents: [true] } }],
  [
    200,
    {
      code: 0,
      message: "SUCCEED",
      data: {
        task_status: "failed",
        task_status_msg: "Failure to pass the risk control system",
      },
    },
  ],
  [
    200,
    {
      state: "failed",
      failure_reason: "400: prompt not allowed because advanced moderation failed",
    },
  ],
  [200, { finishReason: "IMAGE_OTHER", finishMessage: "The image was filtered out." }],
  [400, { code: "bad_prompt", message: "prompt contains inappropriate words" }],
  [400, says("Inappropriate prompt")],
  [400, says("Requests involving minors are not allowed.")],
  [400, says("Your prompt violates our policy. Further ones may get your account banned.")],
  [403, says("The user input was flagged.")],
];

test.each(refusals.map(titled))("a flag, or its words, say that it was refused: %s", (_, told) => {
  const error = read(told);

  expect(error).toMatchObject({ kind: "refused", charged: "no" });
  expect(error.message).not.toMatch(/^(success|succeed)$/i);
});

test("a refusal that tells its cost by xAI's ticks is no free one", () => {
  const told = { data: [{ respect_moderation: false }], usage: { cost_in_usd_ticks: 200_000_000 } };

  expect(read([200, told])).toMatchObject({ kind: "refused", charged: "likely" });
});

test.each([
  "I am unable to generate that image.",
  "I'm just a language model and can't help with that.",
  "抱歉，我无法生成该图片。",
  "申し訳ありませんが、その画像を生成することはできません。",
  "죄송하지만 해당 이미지를 생성할 수 없습니다.",
  "Lo siento, no puedo generar esa imagen.",
  "Désolé, je ne peux pas générer cette image.",
  "Es tut mir leid, ich kann dieses Bild leider nicht erstellen.",
  "Извините, я не могу создать это изображение.",
])("a model that declines has refused: %s", (words) => {
  expect(read([200, says(words)])).toMatchObject({ kind: "refused", charged: "no" });
});

test.each([
  "We are unable to generate the image: the worker crashed.",
  "I am unable to generate that image right now: the service is overloaded.",
  "服务繁忙，我们无法生成图片。",
  "サーバーエラーのため画像を生成できません。",
  "서버 오류로 이미지를 생성할 수 없습니다.",
  "Ich kann das Bild nicht erstellen: Fehler des Servers.",
])("what a server is unable to do is no refusal: %s", (words) => {
  expect(read([200, says(words)])).toMatchObject({ kind: "broken", charged: "likely" });
});

describe("a key, an account or an address that is locked is no refusal of a prompt", () => {
  test.each([
    "Your account has been suspended for violating our terms of service.",
    "Your organization has been flagged for violating our usage policies and access has been restricted.",
    "Your IP has been blocked due to policy violations",
    "This API key was revoked because of content policy violations.",
    "User 4711 was banned for violating our content policy",
    "您的账号因违规已被封禁。",
  ])("%s", (words) => {
    for (const status of [400, 403]) {
      expect(read([status, says(words)])).toMatchObject({ kind: "forbidden", charged: "no" });
    }
  });
});

test.each<[object]>([
  [says("No.", { code: "InvalidContentFilterPolicy" })],
  [
    says("Your resource does not have permission to use this content filter policy 'x'.", {
      code: "InvalidContentFilterPolicy",
    }),
  ],
  [says("No.", { safe: false })],
  [says("No.", { is_image_safe: true, content_violation: false, respect_moderation: true })],
])("what is wrong with a filter's settings, or was not found, is none: %j", (body) => {
  expect(read([400, body])).toMatchObject({ kind: "invalid", charged: "no" });
});
