"use client";

import { X } from "lucide-react";
import type { AddedHeader as Added } from "#components/settings/gateway/header-edits.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";

interface AddedHeaderProps {
  header: Added;
  onChange: (header: Added) => void;
  onRemove: () => void;
}

/** A header that is being written: its name and its value. */
export function AddedHeader({ header, onChange, onRemove }: AddedHeaderProps) {
  return (
    <div className="flex items-center gap-2">
      <Input
        aria-label="Name of the header"
        placeholder="x-portkey-provider"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        className="flex-1 font-mono"
        value={header.name}
        onChange={(event) => onChange({ ...header, name: event.target.value })}
      />
      <Input
        aria-label="Value of the header"
        type="password"
        placeholder="Value"
        autoComplete="off"
        spellCheck={false}
        className="flex-1"
        value={header.value}
        onChange={(event) => onChange({ ...header, value: event.target.value })}
      />
      <IconButton label="Remove this header" onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
