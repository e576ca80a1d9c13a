import { createHash } from "node:crypto";
import type { GenerationBody } from "../protocol/generation-body.ts";
import type { FakeModel } from "../protocol/models.ts";
import type { Delivery, Plan } from "../scenarios/plan.ts";
import { drawImage } from "./draw-image.ts";
import type { FileShelf } from "./file-shelf.ts";

/** A picture as an answer carries it. */
export interface WireImage {
  url?: string;
  b64_json?: string;
  revised_prompt?: string;
}

export interface MadeImage {
  /** SHA-256 of its bytes, in hexadecimal. */
  hash: string;
  final: WireImage;
  /** Its sketches in base64, in their order. */
  sketches: readonly string[];
}

export interface MakeImagesOptions {
  body: GenerationBody;
  model: FakeModel;
  plan: Plan;
  files: FileShelf;
  /** Tells requests without a seed apart. */
  requestNumber: number;
  /** What it is to look at. Default: nothing. */
  references?: readonly Buffer[];
}

/** Draws what a request asks for, and spoils it as its plan says. */
export async function makeImages(options: MakeImagesOptions): Promise<MadeImage[]> {
  const { body, plan } = options;
  const indices = Array.from({ length: plan.images(body.n) }, (_, index) =>
    plan.isSameImage ? 0 : index,
  );

  return Promise.all(indices.map((index) => makeImage(index, options)));
}

/** The size of the pictures, in pixels. */
export function sizeOf({ body, plan }: Pick<MakeImagesOptions, "body" | "plan">): string {
  const size = plan.size ?? body.size;
  return size === "auto" ? "1024x1024" : size;
}

/** The SHA-256 of bytes, in hexadecimal. */
export function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function makeImage(index: number, options: MakeImagesOptions): Promise<MadeImage> {
  const { body, model, plan, files, requestNumber, references = [] } = options;
  const [width = 1024, height = 1024] = sizeOf(options).split("x").map(Number);
  const hasSeed = body.seed !== undefined && body.seed !== -1;
  const image = {
    prompt: body.prompt,
    seed: (hasSeed ? (body.seed ?? 0) : requestNumber * 1_000) + index,
    width,
    height,
    format: body.output_format,
    hasGrain: plan.hasGrain,
    references,
    isTransparent: body.background === "transparent" && body.output_format !== "jpeg",
    ...(body.output_compression === undefined ? {} : { quality: body.output_compression }),
  };

  const bytes = plan.spoil(await drawImage(image));
  const sketchCount = plan.partials ?? (model.streamsNatively ? body.partial_images : 0);
  const sketches = await Promise.all(
    Array.from({ length: sketchCount }, (_, at) => drawImage({ ...image, detail: 12 * 3 ** at })),
  );
  const base64 = plan.spellBase64(bytes.toString("base64"));
  const delivery = plan.delivery ?? deliveryOf(body, model);
  const wire: Record<Delivery, () => WireImage> = {
    b64_json: () => ({ b64_json: base64 }),
    "data-uri": () => ({ url: `data:image/${body.output_format};base64,${base64}` }),
    url: () => ({
      url:
        plan.address ??
        plan.spellAddress(
          files.put({
            bytes,
            contentType: `image/${body.output_format}`,
            status: plan.fileStatus,
            gate: plan.holdFile,
          }),
        ),
    }),
  };

  return {
    hash: hashOf(bytes),
    final: { ...wire[delivery](), revised_prompt: plan.revisedPrompt(body.prompt) },
    sketches: sketches.map((bytes) => bytes.toString("base64")),
  };
}

/** What was asked for, except that Vertex has no addresses, and gpt-image's are `data:` URIs. */
function deliveryOf(body: GenerationBody, model: FakeModel): Delivery {
  if (model.delivery === "b64_json") return "b64_json";

  return body.response_format === "b64_json" ? "b64_json" : model.delivery;
}
