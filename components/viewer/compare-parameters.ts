import { parameterWords } from "#components/image/parameter-words.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { type ParameterName, parameterNames } from "#lib/engine/parameters.ts";

/** One parameter as it was asked for and as it was delivered; null where nobody said. */
export interface ParameterComparison {
  label: string;
  asked: string | null;
  delivered: string | null;
  isDifferent: boolean;
}

type Compared = Pick<ImageDetail, "image" | "parameters" | "seed">;

/** The parameters that say something of a picture, those first whose outcome is known. "auto" leaves it to the model. */
export function compareParameters(detail: Compared): ParameterComparison[] {
  const { n } = detail.parameters;
  const compared = [
    ...parameterNames.map((name) => compareParameter(name, detail)),
    compare("Pictures", n === 1 ? undefined : n),
  ].filter(({ asked, delivered }) => asked !== null || delivered !== null);

  const isKnown = ({ delivered }: ParameterComparison) => delivered !== null;
  return [...compared.filter(isKnown), ...compared.filter((row) => !isKnown(row))];
}

function compareParameter(
  name: ParameterName,
  { image, parameters, seed }: Compared,
): ParameterComparison {
  const { delivered, width, height } = image;
  const { label } = parameterWords[name];
  const asked = parameters[name];

  switch (name) {
    case "size":
      return compare(label, asked, `${width}x${height}`);
    case "aspect_ratio":
      return compareRatio(parameters.aspect_ratio, width / height);
    case "output_format":
      // The file itself tells, whatever the gateway says.
      return compare(label, asked, image.type.replace("image/", ""));
    case "quality":
    case "background":
      return compare(label, asked, delivered[name]);
    case "seed": {
      const isAsked = parameters.seed !== undefined && parameters.seed >= 0;
      return compare(label, isAsked ? seed : undefined, delivered.seed ?? seed);
    }
    default:
      return compare(label, asked);
  }
}

type Value = ImageDetail["parameters"][ParameterName] | null;

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
    label: parameterWords.aspect_ratio.label,
    asked: asked ?? null,
    delivered: asked && isDifferent ? `${ratio.toFixed(2)}:1` : (asked ?? null),
    isDifferent,
  };
}

function describe(value: Value): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return JSON.stringify(value);
  return `${value}`.replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
