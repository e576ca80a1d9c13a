"use client";

import { Suspense } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { takesValue } from "#components/studio/draft/takes-value.ts";
import { controlClass } from "#components/studio/parameters/control/control-class.ts";
import { RowSkeletons } from "#components/studio/parameters/control/row-skeletons.tsx";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { shapeFieldOf } from "#components/studio/parameters/size/shape-of-model.ts";
import type { ShapeProps } from "#components/studio/parameters/size/shape-props.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { Popover } from "#components/ui/popover.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";
import type { Words } from "#messages/create-words.ts";

const ShapeOptions = lazyPart(async () => {
  const { ShapeOptions } = await import("#components/studio/parameters/size/shape-options.tsx");
  return ShapeOptions;
});

/** The shape and the size of the picture. */
export function ShapePicker(props: ShapeProps) {
  const t = useWords();
  const field = shapeFieldOf(props.model) ?? "size";
  const value = props.draft[field];
  const isAuto = value === "" || value === "auto";
  const shape = isAuto ? t("parameters.auto") : ratioOf(value);
  const detail = detailOf(props, t);

  return (
    <Popover
      label={t("composer.shape")}
      place="above-composer"
      triggerProps={{
        "data-field": field,
        onPointerEnter: ShapeOptions.preload,
        onFocus: ShapeOptions.preload,
        "aria-label": t("composer.shapeIs", {
          shape: [shape, detail].filter(Boolean).join(", "),
        }),
        className: controlClass,
      }}
      trigger={
        <>
          <RatioGlyph size={isAuto ? "" : value} />
          <b className="font-semibold">{shape}</b>{" "}
          {detail && <span className="text-muted max-xl:hidden">{detail}</span>}
        </>
      }
      className="w-115 p-3"
    >
      <Suspense
        fallback={
          <>
            <div className="mb-1 grid auto-cols-fr grid-flow-col gap-1">
              {["auto", "square", "wide", "tall"].map((shape) => (
                <Skeleton key={shape} className="h-18" />
              ))}
            </div>
            {!isAuto && <RowSkeletons end="control" count={1} />}
          </>
        }
      >
        <ShapeOptions {...props} />
      </Suspense>
    </Popover>
  );
}

/** How large, where that is chosen: in pixels, or by the name of a resolution. */
function detailOf({ draft, model }: Pick<ShapeProps, "draft" | "model">, t: Words): string {
  const { size, resolution } = draft;
  const hasResolution = model.values.resolution && takesValue(model, "resolution", resolution);
  if (hasResolution && resolution !== "") return resolution;
  return shapeFieldOf(model) === "size" && size !== "" && size !== "auto"
    ? describeSize(size, t)
    : "";
}
