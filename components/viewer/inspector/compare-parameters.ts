import { type ParameterWords, parameterWords } from "#components/image/parameter-words.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { type ParameterName, parameterNames } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

/** One parameter as it was asked for and as it was delivered; null where nobody said. */
export interface ParameterComparison {
  name: ParameterName | "n";
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
    compare({
      name: "n",
      label: t("viewer.count"),
      asked: n === 1 ? undefined : n,
      wordOf: (value) => value,
    }),
  ].filter(({ asked, delivered }) => asked !== null || delivered !== null);

  const isKnown = ({ delivered }: ParameterComparison) => delivered !== null;
  return [...compared.filter(isKnown), ...compared.filter((row) => !isKnown(row))];
}

function compareParameter(
  name: ParameterName,
  { image, parameters, seed, t }: Compared & { t: Words },
): ParameterComparison {
  const { delivered, width, height } = image;
  const words = { name, ...parameterWords(name, t) };
  const asked = parameters[name];

  switch (name) {
    case "size":
      return compare({ ...words, asked, delivered: `${width}x${height}` });
    case "aspect_ratio":
      return compareRatio({ ...words, asked: parameters.aspect_ratio, ratio: width / height }, t);
    case "output_format":
      // The file itself tells, whatever the gateway says.
      return compare({ ...words, asked, delivered: image.type.replace("image/", "") });
    case "quality":
    case "background":
      return compare({ ...words, asked, delivered: delivered[name] });
    case "seed": {
      const isAsked = parameters.seed !== undefined && parameters.seed >= 0;
      const wanted = isAsked ? seed : undefined;
      return compare({ ...words, asked: wanted, delivered: delivered.seed ?? seed });
    }
    default:
      return compare({ ...words, asked });
  }
}

type Value = ImageDetail["parameters"][ParameterName] | null;

interface Told extends Pick<ParameterWords, "label" | "wordOf"> {
  name: ParameterName | "n";
  asked: Value;
  delivered?: Value;
}

function compare({ name, label, wordOf, asked, delivered }: Told): ParameterComparison {
  const [askedText, deliveredText] = [describe(asked, wordOf), describe(delivered, wordOf)];
  const isLeftToTheModel = asked === "auto" || askedText === null || deliveredText === null;

  return {
    name,
    label,
    asked: askedText,
    delivered: deliveredText,
    isDifferent: !isLeftToTheModel && askedText !== deliveredText,
  };
}

interface ToldRatio {
  name: ParameterName;
  label: string;
  asked: string | undefined;
  ratio: number;
}

/** Pixels are whole, and models round them to multiples: two per cent off is the ratio still. */
function compareRatio({ name, label, asked, ratio }: ToldRatio, t: Words): ParameterComparison {
  const [across, down] = (asked ?? "").split(":").map(Number);
  const wanted = across && down ? across / down : null;
  const isDifferent = wanted !== null && Math.abs(ratio - wanted) > wanted * 0.02;

  return {
    name,
    label,
    asked: asked ?? null,
    delivered: asked && isDifferent ? t("viewer.ratio", { ratio }) : (asked ?? null),
    isDifferent,
  };
}

function describe(value: Value, wordOf: ParameterWords["wordOf"]): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "object") return JSON.stringify(value);
  return wordOf(`${value}`).replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
