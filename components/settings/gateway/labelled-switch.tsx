"use client";

import { type ReactNode, useId } from "react";
import { Switch } from "#components/ui/switch.tsx";

interface LabelledSwitchProps {
  label: string;
  description: ReactNode;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** A choice that takes effect at once, and what it does. */
export function LabelledSwitch({
  label,
  description,
  isOn,
  isDisabled = false,
  onChange,
}: LabelledSwitchProps) {
  const id = useId();

  return (
    <div className="flex items-start justify-between gap-4 border-line border-t pt-5">
      <div className="flex flex-col gap-0.5">
        <label htmlFor={id} className="font-medium text-md">
          {label}
        </label>
        <p id={`${id}-description`} className="text-muted text-xs">
          {description}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-description`}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
