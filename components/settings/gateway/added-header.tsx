"use client";

import { X } from "lucide-react";
import type { AddedHeader as Added } from "#components/settings/gateway/header-edits.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";

interface AddedHeaderProps {
  header: Added;
  onChange: (header: Added) => void;
  onRemove: () => void;
}

const headerExample = "x-portkey-provider";

/** A header that is being written: its name and its value. */
export function AddedHeader({ header, onChange, onRemove }: AddedHeaderProps) {
  const t = useWords();

  return (
    <div className="flex items-center gap-2">
      <Input
        aria-label={t("settings.headerName")}
        placeholder={headerExample}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        className="flex-1 font-mono"
        value={header.name}
        onChange={(event) => onChange({ ...header, name: event.target.value })}
      />
      <Input
        aria-label={t("settings.headerValue")}
        type="password"
        placeholder={t("settings.value")}
        autoComplete="off"
        spellCheck={false}
        className="flex-1"
        value={header.value}
        onChange={(event) => onChange({ ...header, value: event.target.value })}
      />
      <IconButton label={t("settings.removeThisHeader")} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
