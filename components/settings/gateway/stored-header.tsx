"use client";

import { X } from "lucide-react";
import { SecretEnd } from "#components/settings/gateway/secret-end.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionView } from "#lib/contract/gateway-view.ts";

interface StoredHeaderProps {
  header: ConnectionView["headers"][number];
  /** Given by the environment. */
  isFixed: boolean;
  /** Its value must be entered anew, for another address. */
  isAskedAgain: boolean;
  /** What is written in place of the stored one; undefined for nothing. */
  value: string | undefined;
  onValueChange: (value: string) => void;
  onRemove: () => void;
}

/** One header that is stored: its name, and the end of its value, which can be written over. */
export function StoredHeader({
  header: { name, last4 },
  isFixed,
  isAskedAgain,
  value = "",
  onValueChange,
  onRemove,
}: StoredHeaderProps) {
  const t = useWords();

  return (
    <div className="flex min-h-8 items-center gap-2">
      <code className="min-w-0 flex-1 truncate font-mono text-xs" title={name}>
        {name}
      </code>
      {isFixed ? (
        <span className="text-md">
          <SecretEnd last4={last4} />
        </span>
      ) : (
        <>
          <Input
            aria-label={t("settings.valueOf", { name })}
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder={
              isAskedAgain
                ? t("settings.enterAgain")
                : t("settings.storedValue", { end: last4 ? `…${last4}` : "none" })
            }
            className="flex-1"
            value={value}
            onChange={(event) => onValueChange(event.target.value)}
          />
          <IconButton label={t("settings.removeHeader", { name })} onClick={onRemove}>
            <X aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}
