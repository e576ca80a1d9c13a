"use client";

import { Check } from "lucide-react";
import { CustomSize } from "#components/studio/parameters/size/custom-size.tsx";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { describeSize, sizeOf } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface SizeOptionsProps {
  value: string;
  /** Of the model; null when it takes any. */
  sizes: EngineModel["sizes"];
  onValueChange: (value: string) => void;
}

/** What is offered where a model takes any size: the shapes that pictures usually have. */
const usualSizes = [
  ["1024x1024", "Square"],
  ["1536x1024", "Landscape"],
  ["1024x1536", "Portrait"],
  ["1792x1008", "Wide"],
  ["1008x1792", "Tall"],
] as const;

/** The inside of the size picker: the sizes on offer, and one of one's own where the model takes any. */
export function SizeOptions({ value, sizes, onValueChange }: SizeOptionsProps) {
  const options: readonly (readonly [string, string])[] = sizes
    ? sizes.filter((size) => size !== "auto").map((size) => [size, shapeOf(size)])
    : usualSizes;

  return (
    <>
      <fieldset className="flex flex-col">
        <legend className="sr-only">Size</legend>
        {[["", "The model decides"] as const, ...options].map(([size, name]) => (
          <label
            key={size}
            className="flex h-9 items-center gap-3 rounded-sm px-2.5 text-sm hover:bg-hover has-focus-visible:bg-hover pointer-coarse:h-11"
          >
            <input
              type="radio"
              name="size"
              className="sr-only"
              checked={size === value || (size === "" && value === "auto")}
              onChange={() => onValueChange(size)}
            />
            <span className="text-muted">
              <RatioGlyph size={size} />
            </span>
            <span>{describeSize(size)}</span>
            <span className="flex-1 text-muted text-xs">{name}</span>
            {size === value && <Check aria-hidden className="size-4 text-accent-ink" />}
          </label>
        ))}
      </fieldset>
      {sizes === null && <CustomSize value={value} onValueChange={onValueChange} />}
    </>
  );
}

function shapeOf(size: string): string {
  const { width, height } = sizeOf(size);
  if (width === height) return "Square";
  return width > height ? "Landscape" : "Portrait";
}
