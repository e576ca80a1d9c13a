"use client";

import { useId } from "react";
import { cn } from "#lib/platform/cn.ts";

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onValueChange: (value: Value) => void;
  className?: string;
}

/** One of a few, all in sight: radio buttons, drawn as parts of a bar. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  className,
}: SegmentsProps<Value>) {
  const name = useId();

  return (
    <fieldset
      data-slot="segments"
      className={cn("flex min-w-0 flex-wrap rounded-control bg-fill p-0.5", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map(([option, word]) => (
        <label
          key={option}
          className={cn(
            "flex h-8 items-center whitespace-nowrap rounded-[0.5rem] px-3 max-md:px-2 font-medium text-md text-muted transition-colors",
            "hover:text-ink has-checked:bg-selected has-checked:font-semibold has-checked:text-ink has-checked:shadow-chosen",
            "pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center",
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            value={option}
            checked={option === value}
            onChange={() => onValueChange(option)}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
