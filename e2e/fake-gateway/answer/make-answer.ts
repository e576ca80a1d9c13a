import { type MadePicture, sizeOf, type WirePicture } from "../images/make-pictures.ts";
import type { GenerationBody } from "../protocol/generation-body.ts";
import type { FakeModel } from "../protocol/models.ts";
import type { Plan } from "../scenarios/plan.ts";

/** A stretch of an answer. Gates and cuts come before, or in the middle of, a picture. */
export interface Part {
  text: string;
  isPicture: boolean;
}

export interface MakeAnswerOptions {
  body: GenerationBody;
  model: FakeModel;
  plan: Plan;
  pictures: readonly MadePicture[];
  created: number;
}

/** The answer as one JSON text. */
export function makeJsonAnswer(options: MakeAnswerOptions): Part[] {
  const { pictures, plan } = options;
  const json = { ...factsOf(options), data: pictures.map(({ final }) => final) };
  const text = JSON.stringify(plan.reshape(json));

  return [{ text, isPicture: true }];
}

/** The answer as events, in the dialect that the plan, or the model, speaks. */
export function makeStreamAnswer(options: MakeAnswerOptions): Part[] {
  const { body, model, plan } = options;
  const native = model.streamsNatively && body.partial_images > 0 ? "openai" : "meshapi";
  const dialect = dialects[plan.dialect ?? native];
  const before = Number.isFinite(plan.pings) ? ": ping\n\n".repeat(plan.pings) : "";
  const picture = plan.failure
    ? [event({ object: "image.chunk", status: "failed", data: [], error: plan.failure })]
    : dialect.pictures(options);

  const parts = [
    { text: plan.prefix + dialect.opening(options), isPicture: false },
    { text: before + plan.noise, isPicture: false },
    ...(plan.failure ? [] : dialect.sketches(options)).map((text) => ({ text, isPicture: false })),
    ...picture.map((text) => ({ text, isPicture: true })),
    ...(plan.hasNoLastBlank ? [] : [{ text: dialect.ending, isPicture: false }]),
  ];
  const last = parts.at(-1);
  if (last && plan.hasNoLastBlank) last.text = last.text.replace(/\n$/, "");
  return parts.map(({ text, isPicture }) => ({ text: plan.respell(text), isPicture }));
}

interface Dialect {
  opening(options: MakeAnswerOptions): string;
  sketches(options: MakeAnswerOptions): string[];
  pictures(options: MakeAnswerOptions): string[];
  ending: string;
}

const dialects: Record<"meshapi" | "openai", Dialect> = {
  meshapi: {
    opening: ({ created, model }) =>
      event({ object: "image.chunk", created, status: "processing", data: [], model: model.id }),
    sketches: (options) =>
      sketchesOf(options).map(({ index, b64_json }) =>
        event({
          object: "image.chunk",
          created: options.created,
          status: "partial",
          partial_image_index: index,
          data: [{ b64_json }],
          model: options.model.id,
        }),
      ),
    pictures: (options) => [
      event(
        options.plan.reshape({
          object: "image.chunk",
          status: "completed",
          ...factsOf(options),
          data: options.pictures.map(({ final }) => final),
          model: options.model.id,
        }),
      ),
    ],
    ending: "data: [DONE]\n\n",
  },
  openai: {
    opening: () => ": processing\n\n",
    sketches: (options) =>
      sketchesOf(options).map(({ index, b64_json }) =>
        namedEvent("image_generation.partial_image", { partial_image_index: index, b64_json }),
      ),
    pictures: (options) =>
      options.pictures.map(({ final }) =>
        namedEvent("image_generation.completed", { ...inline(final), ...factsOf(options) }),
      ),
    ending: "",
  },
};

/** OpenAI's events know base64 only; an address that a scenario asked for is left. */
function inline(picture: WirePicture): WirePicture {
  if (!picture.url?.startsWith("data:")) return picture;

  const { url, ...others } = picture;
  return { ...others, b64_json: url.slice(url.indexOf(",") + 1) };
}

function event(json: object): string {
  return `data: ${JSON.stringify(json)}\n\n`;
}

function namedEvent(type: string, json: object): string {
  return `event: ${type}\n${event({ type, ...json })}`;
}

function sketchesOf({ pictures }: MakeAnswerOptions): { index: number; b64_json: string }[] {
  return pictures.flatMap(({ sketches }) =>
    sketches.map((b64_json, index) => ({ index, b64_json })),
  );
}

/** What an answer says of its pictures; only some models count tokens. */
function factsOf({ body, model, plan, pictures, created }: MakeAnswerOptions) {
  const tokens = { prompt_tokens: body.prompt.length, completion_tokens: 1_056 * pictures.length };

  return {
    created,
    background: body.background === "auto" ? "opaque" : body.background,
    output_format: body.output_format,
    quality: body.quality === "auto" ? "high" : body.quality,
    size: sizeOf({ body, plan }),
    ...(model.hasUsage
      ? { usage: { ...tokens, total_tokens: tokens.prompt_tokens + tokens.completion_tokens } }
      : {}),
  };
}
