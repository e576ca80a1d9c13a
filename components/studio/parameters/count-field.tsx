"use client";

import { useId } from "react";
import { NumberField } from "#components/ui/number/number-field.tsx";
import { useWords } from "#components/words/words.tsx";
import { imagesMax } from "#lib/engine/request-limits.ts";
import { cn } from "#lib/platform/cn.ts";

interface CountFieldProps {
  /** As the draft holds it; "" is one. */
  value: string;
  onType: (text: string) => void;
  onCommit: (value: string, typed: string) => void;
}

const usual = ["1", "2", "4", "8"];

/** How many pictures: one of the usual numbers, or any that is typed. */
export function CountField({ value, onType, onCommit }: CountFieldProps) {
  const t = useWords();
  const name = useId();
  const label = t("parameters.n");
  const chosen = value === "" ? "1" : value;
  const isUsual = usual.includes(chosen);

  return (
    <fieldset data-field="n" className="flex items-center px-1">
      <legend className="sr-only">{label}</legend>
      {usual.map((n) => (
        <label
          key={n}
          className="flex h-8 min-w-8 items-center justify-center rounded-control font-medium text-md text-muted transition-colors hover:text-ink has-checked:bg-fill has-checked:font-[650] has-checked:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11"
        >
          <input
            type="radio"
            name={name}
            value={n}
            className="sr-only"
            checked={n === chosen}
            onChange={() => onCommit(n, n)}
          />
          {n}
        </label>
      ))}
      <NumberField
        aria-label={label}
        placeholder={t("composer.other")}
        min={1}
        max={imagesMax}
        value={isUsual ? "" : chosen}
        onType={onType}
        onCommit={onCommit}
        className={cn(
          "w-14 px-0! text-center font-medium placeholder:text-md pointer-coarse:w-16",
          isUsual && "not-focus:not-hover:bg-transparent!",
        )}
      />
    </fieldset>
  );
}
