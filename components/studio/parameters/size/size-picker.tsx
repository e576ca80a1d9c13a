"use client";

import { ChevronDown } from "lucide-react";
import { Suspense } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { cn } from "#lib/platform/cn.ts";

interface SizePickerProps {
  value: string;
  /** Of the model; null when it takes any. */
  sizes: EngineModel["sizes"];
  onValueChange: (value: string) => void;
  className?: string;
}

const SizeOptions = lazyPart(async () => {
  const { SizeOptions } = await import("#components/studio/parameters/size/size-options.tsx");
  return SizeOptions;
});

/** The shape and the size of the picture, in one choice. */
export function SizePicker({ value, sizes, onValueChange, className }: SizePickerProps) {
  const t = useWords();

  return (
    <Popover
      label={t("parameters.size")}
      triggerProps={{
        "data-field": "size",
        onPointerEnter: SizeOptions.preload,
        onFocus: SizeOptions.preload,
        "aria-label": t("composer.size", { size: describeSize(value, t) }),
        className: cn(
          "inline-flex h-9 items-center gap-2 rounded-control border border-transparent px-3 text-md transition-colors",
          "hover:bg-fill pointer-coarse:h-11",
          className,
        ),
      }}
      trigger={
        <>
          <span className="text-muted">
            <RatioGlyph size={value} />
          </span>
          <span className="flex-1 text-start">{describeSize(value, t)}</span>
          <ChevronDown aria-hidden className="size-3.5 text-muted" />
        </>
      }
      className="w-60 p-1"
    >
      <Suspense fallback={<div className="h-56" />}>
        <SizeOptions value={value} sizes={sizes} onValueChange={onValueChange} />
      </Suspense>
    </Popover>
  );
}
