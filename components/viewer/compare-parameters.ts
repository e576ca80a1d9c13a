import type { ImageDetail } from "#lib/contract/image-detail.ts";

/** One parameter as it was asked for and as it was delivered; null where nobody said. */
export interface ParameterComparison {
  label: string;
  asked: string | null;
  delivered: string | null;
  isDifferent: boolean;
}

type Compared = Pick<ImageDetail, "image" | "parameters" | "seed">;

/** The parameters that say something of a picture, those first whose outcome is known. "auto" leaves it to the model. */
export function compareParameters({ image, parameters, seed }: Compared): ParameterComparison[] {
  const { delivered, width, height } = image;
  const isSeedAsked = parameters.seed !== undefined && parameters.seed >= 0;

  const compared = [
    compare("Size", parameters.size, `${width}x${height}`),
    compareRatio(parameters.aspect_ratio, width / height),
    compare("Quality", parameters.quality, delivered.quality),
    compare("Format", parameters.output_format, image.type.replace("image/", "")),
    compare("Background", parameters.background, delivered.background),
    compare("Seed", isSeedAsked ? seed : undefined, delivered.seed ?? seed),
    compare("Resolution", parameters.resolution),
    compare("Compression", parameters.output_compression),
    compare("Guidance", parameters.guidance_scale),
    compare("Moderation", parameters.moderation),
    compare("Watermark", describeFlag(parameters.watermark)),
    compare("Sequence", parameters.sequential_image_generation),
    compare("Delivered as", parameters.response_format),
    compare("Previews", parameters.partial_images),
    compare("Pictures", parameters.n === 1 ? undefined : parameters.n),
  ];
  return compared.filter(({ asked, delivered }) => asked !== null || delivered !== null);
}

type Value = string | number | null | undefined;

function compare(label: string, asked: Value, delivered?: Value): ParameterComparison {
  const [askedText, deliveredText] = [describe(asked), describe(delivered)];
  const isLeftToTheModel = asked === "auto" || askedText === null || deliveredText === null;

  return {
    label,
    asked: askedText,
    delivered: deliveredText,
    isDifferent: !isLeftToTheModel && askedText !== deliveredText,
  };
}

/** Pixels are whole, and models round them to multiples: two per cent off is the ratio still. */
function compareRatio(asked: string | undefined, ratio: number): ParameterComparison {
  const [across, down] = (asked ?? "").split(":").map(Number);
  const wanted = across && down ? across / down : null;
  const isDifferent = wanted !== null && Math.abs(ratio - wanted) > wanted * 0.02;

  return {
    label: "Aspect ratio",
    asked: asked ?? null,
    delivered: asked && isDifferent ? `${ratio.toFixed(2)}:1` : (asked ?? null),
    isDifferent,
  };
}

function describe(value: Value): string | null {
  if (value === null || value === undefined) return null;
  return `${value}`.replace(/^(\d+)x(\d+)$/, "$1 × $2");
}

function describeFlag(flag: boolean | undefined): string | undefined {
  if (flag === undefined) return undefined;
  return flag ? "yes" : "no";
}
