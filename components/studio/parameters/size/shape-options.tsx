"use client";

import { useId } from "react";
import { CustomSize } from "#components/studio/parameters/size/custom-size.tsx";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { shapeFieldOf, shapesTakenBy } from "#components/studio/parameters/size/shape-of-model.ts";
import type { ShapeProps } from "#components/studio/parameters/size/shape-props.ts";
import { type Shape, shapesOf, sizeOfShape } from "#components/studio/parameters/size/shapes.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { Segments } from "#components/ui/segments.tsx";
import { useWords } from "#components/words/words.tsx";

/** The shapes on offer, then the sizes of the chosen one, or the resolutions, then any size where the model takes any. */
export function ShapeOptions({ draft, model, onChange }: ShapeProps) {
  const t = useWords();
  const name = useId();
  const field = shapeFieldOf(model) ?? "size";
  const value = draft[field];
  const { sizes, anySize } = shapesTakenBy(model);
  const { resolution: resolutions = [] } = model.values;
  const onValueChange = (shape: string) => onChange({ [field]: shape });
  const isAuto = value === "" || value === "auto";
  const shapes = shapesOf(sizes);
  const chosen = shapes.find((shape) => !isAuto && shape.ratio === ratioOf(value));
  const auto: Shape = { ratio: t("parameters.auto"), sizes: [""] };

  return (
    <>
      <fieldset className="mb-1 grid grid-cols-[repeat(auto-fit,minmax(3.25rem,1fr))] gap-1">
        <legend className="sr-only">{t("composer.shape")}</legend>
        {[auto, ...shapes].map((shape) => (
          <label
            key={shape.ratio}
            className="grid h-18 grid-rows-[1.875rem_auto] place-content-center place-items-center gap-1.5 rounded-control text-muted text-sm transition-colors hover:text-ink has-checked:bg-fill has-checked:font-semibold has-checked:text-ink pointer-coarse:h-17"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={shape === auto ? isAuto : shape === chosen}
              onChange={() => onValueChange(sizeOfShape(shape, value))}
            />
            <RatioGlyph size={shape.sizes[0] ?? ""} isLarge />
            {shape.ratio}
          </label>
        ))}
      </fieldset>
      {chosen && field === "size" && (
        <div className="flex min-h-12 items-center justify-between gap-4 px-1">
          <span aria-hidden>{t("parameters.size")}</span>
          <Segments
            label={t("parameters.size")}
            value={value}
            options={chosen.sizes.map((size) => [size, describeSize(size, t)] as const)}
            onValueChange={onValueChange}
          />
        </div>
      )}
      {resolutions.length > 0 && (
        <div className="flex min-h-12 items-center justify-between gap-4 px-1">
          <span aria-hidden>{t("parameters.resolution")}</span>
          <Segments
            label={t("parameters.resolution")}
            value={resolutions.includes(draft.resolution) ? draft.resolution : ""}
            options={["", ...resolutions].map((one) => [one, one || t("parameters.auto")] as const)}
            onValueChange={(resolution) => onChange({ resolution })}
          />
        </div>
      )}
      {(sizes === null || anySize !== null) && (
        <CustomSize value={value} model={{ sizes, anySize }} onValueChange={onValueChange} />
      )}
    </>
  );
}
