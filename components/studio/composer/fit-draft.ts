import { parameterWords } from "#components/image/parameter-words.ts";
import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import { takesValue } from "#components/studio/draft/takes-value.ts";
import { fieldParameters } from "#components/studio/parameters/field-parameters.ts";
import { nearestSize } from "#components/studio/parameters/size/nearest-size.ts";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { shapeFieldOf, shapesTakenBy } from "#components/studio/parameters/size/shape-of-model.ts";
import { shapesOf } from "#components/studio/parameters/size/shapes.ts";
import { describeSize, sizeOf } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { parameterTable } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

interface FitOptions {
  from: EngineModel;
  to: EngineModel;
  /** The shape that is wished for, as a size or a ratio; "" for none. */
  shape: string;
  t: Words;
}

interface FittedDraft {
  draft: ComposerDraft;
  /** What the shape became; as it was where the other model takes none. */
  shape: string;
  /** For people: what the other model cannot do, as "Size 1536 × 1024 → 1024 × 1024." */
  changes: string[];
}

/** A draft with another model: what still fits is kept, and what it cannot honour waits unseen for one that can. */
export function fitDraft(
  draft: ComposerDraft,
  { from, to, shape: wished, t }: FitOptions,
): FittedDraft {
  const field = shapeFieldOf(to);
  const shape = field ? shapeFor(wished, to) : wished;
  const changes = fieldParameters()
    .filter((name) => name !== shapeFieldOf(from) && name !== field)
    .filter((name) => takesValue(from, name, draft[name]) && !takesValue(to, name, draft[name]))
    .filter((name) => draft[name] !== "" && draft[name] !== "auto")
    .map((name) => {
      const { label, wordOf } = parameterWords(name, t);
      const isWord = parameterTable[name].kind === "choice" || parameterTable[name].kind === "flag";
      const value = isWord ? wordOf(draft[name]) : draft[name];
      return t("composer.notOffered", { name: label, value });
    });
  const sides = { from: describeSize(wished, t), to: describeSize(shape, t) };
  if (sides.from !== sides.to && isOther(shape, wished)) {
    changes.unshift(t("composer.sizeChanged", sides));
  }

  return { draft: { ...draft, model: to.id, ...(field && { [field]: shape }) }, shape, changes };
}

/** The nearest shape that the model takes. */
function shapeFor(shape: string, model: EngineModel): string {
  const { sizes, anySize } = shapesTakenBy(model);
  if (shape === "" || sizes?.includes(shape) || (sizes === null && isSize(shape))) return shape;
  if (shape === "auto") return "";
  if (isSize(shape)) return nearestSize(shape, { sizes, anySize });

  const same = shapesOf(sizes).find(({ ratio }) => ratio === ratioOf(shape));
  return same?.sizes[0] ?? nearestSize(sizeOfRatio(shape), { sizes, anySize });
}

function isSize(shape: string): boolean {
  return /^\d+x\d+$/.test(shape);
}

/** As many pixels as most models make. */
function sizeOfRatio(ratio: string): string {
  const { width, height } = sizeOf(ratio);
  const scale = Math.sqrt(1024 ** 2 / (width * height));
  return [width, height].map((side) => Math.round((side * scale) / 16) * 16).join("x");
}

/** Of a ratio and a size no more can be said than whether they are of one shape. */
function isOther(shape: string, wished: string): boolean {
  return isSize(shape) === isSize(wished) || ratioOf(shape) !== ratioOf(wished);
}
