"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldContext } from "#components/ui/field-context.ts";
import { cn } from "#lib/platform/cn.ts";

const layouts = {
  column: "flex-col gap-1.5",
  row: "min-h-12 flex-wrap items-center justify-between gap-x-4 px-1 pointer-coarse:min-h-13",
};

type FieldProps = ComponentProps<"div"> & {
  label: ReactNode;
  /** Keeps the label and the error for screen readers only, where the place says them to everybody else. */
  isLabelHidden?: boolean;
  /** The control's, where an address names it. Default: one of its own. */
  controlId?: string;
  /** In a row the label stands at the left, and the control at the right. */
  layout?: "column" | "row";
  description?: ReactNode;
  /** What is wrong and what to do; announced when it appears. */
  error?: ReactNode;
};

/** A label, one control, and what is to be said of it. The control inside finds its id by context. */
export function Field({
  className,
  label,
  isLabelHidden = false,
  controlId,
  layout = "column",
  description,
  error,
  children,
  ...props
}: FieldProps) {
  const ownId = useId();
  const id = controlId ?? ownId;
  const descriptionId = description ? `${id}-description` : "";
  const errorId = error ? `${id}-error` : "";
  const describedBy = `${descriptionId} ${errorId}`.trim();

  return (
    <div data-slot="field" className={cn("flex min-w-0", layouts[layout], className)} {...props}>
      <label
        htmlFor={id}
        className={cn(
          isLabelHidden && "sr-only",
          !isLabelHidden && layout === "column" && "font-medium text-muted text-xs",
        )}
      >
        {label}
      </label>
      <FieldContext
        value={{
          id,
          ...(describedBy && { "aria-describedby": describedBy }),
          ...(error && { "aria-invalid": true }),
        }}
      >
        {children}
      </FieldContext>
      {description && (
        <p id={descriptionId} className="text-muted text-xs">
          {description}
        </p>
      )}
      {error && (
        <p id={errorId} role="alert" className={isLabelHidden ? "sr-only" : "text-danger text-xs"}>
          {error}
        </p>
      )}
    </div>
  );
}
