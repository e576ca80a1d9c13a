"use client";

import { Check, ChevronDown } from "lucide-react";
import { CustomSize } from "#components/studio/custom-size.tsx";
import { RatioGlyph } from "#components/studio/ratio-glyph.tsx";
import { describeSize, sizeOf } from "#components/studio/size-of.ts";
import { Popover } from "#components/ui/popover.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { cn } from "#lib/platform/cn.ts";

interface SizePickerProps {
  value: string;
  /** Of the model; null when it takes any. */
  sizes: EngineModel["sizes"];
  onValueChange: (value: string) => void;
  className?: string;
}

/** What is offered where a model takes any size: the shapes that pictures usually have. */
const usualSizes = [
  ["1024x1024", "Square"],
  ["1536x1024", "Landscape"],
  ["1024x1536", "Portrait"],
  ["1792x1008", "Wide"],
  ["1008x1792", "Tall"],
] as const;

/** The shape and the size of the picture, in one choice. */
export function SizePicker({ value, sizes, onValueChange, className }: SizePickerProps) {
  const options: readonly (readonly [string, string])[] = sizes
    ? sizes.filter((size) => size !== "auto").map((size) => [size, shapeOf(size)])
    : usualSizes;

  return (
    <Popover
      label="Size"
      triggerProps={{
        "data-field": "size",
        "aria-label": `Size: ${describeSize(value)}`,
        className: cn(
          "inline-flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-sm transition-colors",
          "hover:border-line-strong pointer-coarse:h-11",
          className,
        ),
      }}
      trigger={
        <>
          <span className="text-muted">
            <RatioGlyph size={value} />
          </span>
          <span className="flex-1 text-left">{describeSize(value)}</span>
          <ChevronDown aria-hidden className="size-3.5 text-muted" />
        </>
      }
      className="w-60 p-1"
    >
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
    </Popover>
  );
}

function shapeOf(size: string): string {
  const { width, height } = sizeOf(size);
  if (width === height) return "Square";
  return width > height ? "Landscape" : "Portrait";
}
