"use client";

import { Minus, Plus } from "lucide-react";
import { useFieldControl } from "#components/ui/field-context.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface NumberFieldProps {
  /** What is counted, as "Images", for the two buttons. */
  label: string;
  value: number;
  min: number;
  max: number;
  onValueChange: (value: number) => void;
  className?: string;
}

/** A small whole number, set by pressing − and + or by typing. */
export function NumberField({
  label,
  value,
  min,
  max,
  onValueChange,
  className,
}: NumberFieldProps) {
  const t = useWords();
  const step =
    "flex h-full w-7 items-center justify-center text-muted hover:text-ink disabled:opacity-40 pointer-coarse:w-11 [&_svg]:size-3.5";

  function change(next: number) {
    if (Number.isInteger(next)) onValueChange(Math.min(max, Math.max(min, next)));
  }

  return (
    <div
      data-slot="number-field"
      className={cn(
        "inline-flex h-9 items-center rounded-control border border-transparent bg-fill pointer-coarse:h-11",
        className,
      )}
    >
      <button
        type="button"
        aria-label={t("ui.fewer", { what: label })}
        className={step}
        disabled={value <= min}
        onClick={() => change(value - 1)}
      >
        <Minus aria-hidden />
      </button>
      <input
        type="text"
        inputMode="numeric"
        aria-label={label}
        {...useFieldControl()}
        value={value}
        onChange={(event) => change(Number(event.target.value.replace(/\D/g, "").slice(-2)))}
        onFocus={(event) => event.target.select()}
        className="w-6 bg-transparent text-center text-ink text-md"
      />
      <button
        type="button"
        aria-label={t("ui.more", { what: label })}
        className={step}
        disabled={value >= max}
        onClick={() => change(value + 1)}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}
