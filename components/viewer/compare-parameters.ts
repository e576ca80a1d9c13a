import { parameterWords } from "#components/image/parameter-words.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { type ParameterName, parameterNames } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

/** One parameter as it was asked for and as it was delivered; null where nobody said. */
export interface ParameterComparison {
  label: string;
  asked: string | null;
  delivered: string | null;
  isDifferent: boolean;
}

type Compared = Pick<ImageDetail, "image" | "parameters" | "seed">;

/** The parameters that say something of a picture, those first whose outcome is known. "auto" leaves it to the model. */
export function compareParameters(detail: Compared, t: Words): ParameterComparison[] {
  const { n } = detail.parameters;
  const compared = [
    ...parameterNames.map((name) => compareParameter(name, { ...detail, t })),
    compare({ label: t("viewer.count"), asked: n === 1 ? undefined : n }, t),
  ].filter(({ asked, delivered }) => asked !== null || delivered !== null);

  const isKnown = ({ delivered }: ParameterComparison) => delivered !== null;
  return [...compared.filter(isKnown), ...compared.filter((row) => !isKnown(row))];
}

function compareParameter(
  name: ParameterName,
  { image, parameters, seed, t }: Compared & { t: Words },
): ParameterComparison {
  const { delivered, width, height } = image;
  const { label } = parameterWords(name, t);
  const asked = parameters[name];

  switch (name) {
    case "size":
      return compare({ label, asked, delivered: `${width}x${height}` }, t);
    case "aspect_ratio":
      return compareRatio({ label, asked: parameters.aspect_ratio, ratio: width / height }, t);
    case "output_format":
      // The file itself tells, whatever the gateway says.
      return compare({ label, asked, delivered: image.type.replace("image/", "") }, t);
    case "quality":
    case "background":
      return compare({ label, asked, delivered: delivered[name] }, t);
    case "seed": {
      const isAsked = parameters.seed !== undefined && parameters.seed >= 0;
      const wanted = isAsked ? seed : undefined;
      return compare({ label, asked: wanted, delivered: delivered.seed ?? seed }, t);
    }
    default:
      return compare({ label, asked }, t);
  }
}

type Value = ImageDetail["parameters"][ParameterName] | null;

interface Told {
  label: string;
  asked: Value;
  delivered?: Value;
}

function compare({ label, asked, delivered }: Told, t: Words): ParameterComparison {
  const [askedText, deliveredText] = [describe(asked, t), describe(delivered, t)];
  const isLeftToTheModel = asked === "auto" || askedText === null || deliveredText === null;

  return {
    label,
    asked: askedText,
    delivered: deliveredText,
    isDifferent: !isLeftToTheModel && askedText !== deliveredText,
  };
}

interface ToldRatio {
  label: string;
  asked: string | undefined;
  ratio: number;
}

/** Pixels are whole, and models round them to multiples: two per cent off is the ratio still. */
function compareRatio({ label, asked, ratio }: ToldRatio, t: Words): ParameterComparison {
  const [across, down] = (asked ?? "").split(":").map(Number);
  const wanted = across && down ? across / down : null;
  const isDifferent = wanted !== null && Math.abs(ratio - wanted) > wanted * 0.02;

  return {
    label,
    asked: asked ?? null,
    delivered: asked && isDifferent ? t("viewer.ratio", { ratio }) : (asked ?? null),
    isDifferent,
  };
}

function describe(value: Value, t: Words): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return t(value ? "viewer.yes" : "viewer.no");
  if (typeof value === "object") return JSON.stringify(value);
  return `${value}`.replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
