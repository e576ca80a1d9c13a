"use client";

import { Suspense } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { controlClass } from "#components/studio/parameters/control/control-class.ts";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface ShapePickerProps {
  value: string;
  /** Of the model; null when it takes any. */
  sizes: EngineModel["sizes"];
  anySize: EngineModel["anySize"];
  onValueChange: (value: string) => void;
}

const ShapeOptions = lazyPart(async () => {
  const { ShapeOptions } = await import("#components/studio/parameters/size/shape-options.tsx");
  return ShapeOptions;
});

/** The shape and the size of the picture. */
export function ShapePicker({ value, sizes, anySize, onValueChange }: ShapePickerProps) {
  const t = useWords();
  const size = describeSize(value, t);
  const isAuto = value === "" || value === "auto";

  return (
    <Popover
      label={t("composer.shape")}
      place="above-composer"
      triggerProps={{
        "data-field": "size",
        onPointerEnter: ShapeOptions.preload,
        onFocus: ShapeOptions.preload,
        "aria-label": t("composer.shapeIs", {
          shape: isAuto ? size : `${ratioOf(value)}, ${size}`,
        }),
        className: controlClass,
      }}
      trigger={
        <>
          <RatioGlyph size={isAuto ? "" : value} />
          <b className="font-semibold">{isAuto ? size : ratioOf(value)}</b>{" "}
          {!isAuto && <span className="text-muted max-xl:hidden">{size}</span>}
        </>
      }
      className="w-115 p-3"
    >
      <Suspense fallback={<div className="h-42" />}>
        <ShapeOptions value={value} sizes={sizes} anySize={anySize} onValueChange={onValueChange} />
      </Suspense>
    </Popover>
  );
}
