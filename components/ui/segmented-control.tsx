"use client";

import { type ReactNode, useId } from "react";
import { cn } from "#lib/platform/cn.ts";

interface SegmentedControlProps<Value extends string> {
  /** The accessible name of the group. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onValueChange: (value: Value) => void;
  className?: string;
}

/** One of a few: radio buttons that look like one control, so arrow keys and forms work as they do. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();

  return (
    <fieldset
      data-slot="segmented-control"
      className={cn("inline-flex h-8 rounded-md bg-sunken p-0.5 pointer-coarse:h-11", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            "flex flex-1 items-center justify-center gap-1.5 rounded-sm px-2.5 text-muted text-xs transition-colors",
            "hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-raised",
            "has-focus-visible:outline-2 has-focus-visible:outline-accent-ink [&_svg]:size-3.5",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
