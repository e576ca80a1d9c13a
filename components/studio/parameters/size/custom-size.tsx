"use client";

import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";

interface CustomSizeProps {
  value: string;
  onValueChange: (value: string) => void;
}

/** A width and a height of one's own, in pixels. */
export function CustomSize({ value, onValueChange }: CustomSizeProps) {
  const t = useWords();
  const { width, height } = sizeOf(value);

  return (
    <fieldset className="mt-1 flex items-center gap-2 border-line border-t px-2.5 pt-2 pb-1.5">
      <legend className="sr-only">{t("composer.ownSize")}</legend>
      <Input
        aria-label={t("composer.width")}
        type="number"
        min={64}
        max={4096}
        value={width}
        onChange={(event) => onValueChange(`${Number(event.target.value)}x${height}`)}
      />
      <span aria-hidden className="text-muted">
        ×
      </span>
      <Input
        aria-label={t("composer.height")}
        type="number"
        min={64}
        max={4096}
        value={height}
        onChange={(event) => onValueChange(`${width}x${Number(event.target.value)}`)}
      />
    </fieldset>
  );
}
