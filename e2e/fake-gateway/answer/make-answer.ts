import { type MadeImage, sizeOf, type WireImage } from "../images/make-images.ts";
import type { GenerationBody } from "../protocol/generation-body.ts";
import type { FakeModel } from "../protocol/models.ts";
import type { Plan } from "../scenarios/plan.ts";

/** A stretch of an answer. Gates and cuts come before, or in the middle of, a picture. */
export interface Part {
  text: string;
  isImage: boolean;
}

export interface MakeAnswerOptions {
  body: GenerationBody;
  model: FakeModel;
  plan: Plan;
  images: readonly MadeImage[];
  created: number;
}

/** The answer as one JSON text. */
export function makeJsonAnswer(options: MakeAnswerOptions): Part[] {
  const { images, plan } = options;
  const json = { ...factsOf(options), data: images.map(({ final }) => final) };
  const text = JSON.stringify(plan.reshape(json));

  return [{ text, isImage: true }];
}

/** The answer as events, in the dialect that the plan, or the model, speaks. */
export function makeStreamAnswer(options: MakeAnswerOptions): Part[] {
  const { body, model, plan } = options;
  const native = model.streamsNatively && body.partial_images > 0 ? "openai" : "meshapi";
  const dialect = dialects[plan.dialect ?? native];
  const before = Number.isFinite(plan.pings) ? ": ping\n\n".repeat(plan.pings) : "";
  const image = plan.failure
    ? [event({ object: "image.chunk", status: "failed", data: [], error: plan.failure })]
    : dialect.images(options);

  const parts = [
    { text: plan.prefix + dialect.opening(options), isImage: false },
    { text: before + plan.noise, isImage: false },
    ...(plan.failure ? [] : dialect.sketches(options)).map((text) => ({ text, isImage: false })),
    ...image.map((text) => ({ text, isImage: true })),
    ...(plan.hasNoLastBlank ? [] : [{ text: dialect.ending, isImage: false }]),
  ];
  const last = parts.at(-1);
  if (last && plan.hasNoLastBlank) last.text = last.text.replace(/\n$/, "");
  return parts.map(({ text, isImage }) => ({ text: plan.respell(text), isImage }));
}

interface Dialect {
  opening(options: MakeAnswerOptions): string;
  sketches(options: MakeAnswerOptions): string[];
  images(options: MakeAnswerOptions): string[];
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
    images: (options) => [
      event(
        options.plan.reshape({
          object: "image.chunk",
          status: "completed",
          ...factsOf(options),
          data: options.images.map(({ final }) => final),
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
    images: (options) =>
      options.images.map(({ final }) =>
        namedEvent("image_generation.completed", { ...inline(final), ...factsOf(options) }),
      ),
    ending: "",
  },
};

/** OpenAI's events know base64 only; an address that a scenario asked for is left. */
function inline(image: WireImage): WireImage {
  if (!image.url?.startsWith("data:")) return image;

  const { url, ...others } = image;
  return { ...others, b64_json: url.slice(url.indexOf(",") + 1) };
}

function event(json: object): string {
  return `data: ${JSON.stringify(json)}\n\n`;
}

function namedEvent(type: string, json: object): string {
  return `event: ${type}\n${event({ type, ...json })}`;
}

function sketchesOf({ images }: MakeAnswerOptions): { index: number; b64_json: string }[] {
  return images.flatMap(({ sketches }) => sketches.map((b64_json, index) => ({ index, b64_json })));
}

/** What an answer says of its pictures; only some models count tokens. */
function factsOf({ body, model, plan, images, created }: MakeAnswerOptions) {
  const tokens = { prompt_tokens: body.prompt.length, completion_tokens: 1_056 * images.length };

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
