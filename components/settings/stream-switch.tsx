"use client";

import { useId } from "react";
import { Switch } from "#components/ui/switch.tsx";

interface StreamSwitchProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether the gateway is asked to stream; it takes effect at once. */
export function StreamSwitch({ isOn, onChange }: StreamSwitchProps) {
  const id = useId();

  return (
    <div className="flex items-start justify-between gap-4 border-line border-t pt-5">
      <div className="flex flex-col gap-0.5">
        <label htmlFor={id} className="font-medium text-sm">
          Stream
        </label>
        <p id={`${id}-description`} className="text-muted text-xs">
          Keeps the connection alive while a picture is made, and shows previews where a model sends
          them. Turn it off for a gateway that cannot.
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-description`}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
