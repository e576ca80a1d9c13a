import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

type OptionProps = Omit<ComponentProps<"div">, "role" | "onClick"> & {
  isSelected: boolean;
  onChoose: () => void;
};

/** One of a list that a field leads through: the field keeps the focus, and tells which is active by its id. */
export function Option({ isSelected, onChoose, className, ...props }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that has the focus.
    <div
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      onClick={onChoose}
      className={cn(
        "flex cursor-pointer items-center rounded-control hover:bg-fill pointer-coarse:min-h-11",
        className,
      )}
      {...props}
    />
  );
}
