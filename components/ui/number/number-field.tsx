"use client";

import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { useFieldControl } from "#components/ui/field-context.ts";
import { isComposing } from "#components/ui/is-composing.ts";
import { fitNumber, type NumberRange } from "#components/ui/number/fit-number.ts";
import { cn } from "#lib/platform/cn.ts";

type NumberFieldProps = Omit<ComponentProps<"input">, "value" | "min" | "max" | "step"> &
  NumberRange & {
    /** As text; "" is "not set". */
    value: string;
    /** With each letter, as it was typed. */
    onType?: (text: string) => void;
    /** Once it is left, or Enter is pressed: the nearest that is allowed, and what was typed. */
    onCommit: (value: string, typed: string) => void;
  };

/** A number. It may be empty, takes what is typed, and is checked when it is left. Enter is leaving, and sends no form. */
export function NumberField({
  value,
  min,
  max,
  step = 1,
  onType,
  onCommit,
  className,
  ...props
}: NumberFieldProps) {
  /** Null while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);

  function commit() {
    if (typed === null) return;
    setTyped(null);
    onCommit(fitNumber(typed, { min, max, step }), typed);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;

    commit();
    // The form around takes it with Ctrl or ⌘ only.
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
  }

  return (
    <input
      data-slot="number-field"
      type="text"
      inputMode={Number.isInteger(step) && min >= 0 ? "numeric" : "decimal"}
      autoComplete="off"
      className={cn(
        "h-9 min-w-0 rounded-control border border-transparent bg-fill px-3 text-ink text-md",
        "transition-colors placeholder:text-muted hover:bg-fill-strong aria-invalid:border-danger",
        "pointer-coarse:h-11 pointer-coarse:text-lg",
        className,
      )}
      {...useFieldControl()}
      {...props}
      value={typed ?? value}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
      onChange={({ target }) => {
        setTyped(target.value);
        onType?.(target.value);
      }}
    />
  );
}
