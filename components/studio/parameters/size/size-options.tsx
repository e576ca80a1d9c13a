"use client";

import { Check } from "lucide-react";
import { CustomSize } from "#components/studio/parameters/size/custom-size.tsx";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { describeSize, sizeOf } from "#components/studio/parameters/size/size-of.ts";
import { useWords } from "#components/words/words.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { MessageKey } from "#messages/messages.ts";

interface SizeOptionsProps {
  value: string;
  /** Of the model; null when it takes any. */
  sizes: EngineModel["sizes"];
  onValueChange: (value: string) => void;
}

/** What is offered where a model takes any size: the shapes that pictures usually have. */
const usualSizes = [
  ["1024x1024", "composer.square"],
  ["1536x1024", "composer.landscape"],
  ["1024x1536", "composer.portrait"],
  ["1792x1008", "composer.wide"],
  ["1008x1792", "composer.tall"],
] as const;

/** The inside of the size picker: the sizes on offer, and one of one's own where the model takes any. */
export function SizeOptions({ value, sizes, onValueChange }: SizeOptionsProps) {
  const t = useWords();
  const options: readonly (readonly [string, MessageKey])[] = sizes
    ? sizes.filter((size) => size !== "auto").map((size) => [size, shapeOf(size)])
    : usualSizes;

  return (
    <>
      <fieldset className="flex flex-col">
        <legend className="sr-only">{t("parameters.size")}</legend>
        {[["", "composer.modelDecides"] as const, ...options].map(([size, name]) => (
          <label
            key={size}
            className="flex h-9 items-center gap-3 rounded-picture px-2.5 text-md hover:bg-fill has-focus-visible:bg-fill pointer-coarse:h-11"
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
            <span>{describeSize(size, t)}</span>
            <span className="flex-1 text-muted text-xs">{t(name)}</span>
            {size === value && <Check aria-hidden className="size-4 text-ink" />}
          </label>
        ))}
      </fieldset>
      {sizes === null && <CustomSize value={value} onValueChange={onValueChange} />}
    </>
  );
}

function shapeOf(size: string): MessageKey {
  const { width, height } = sizeOf(size);
  if (width === height) return "composer.square";
  return width > height ? "composer.landscape" : "composer.portrait";
}
