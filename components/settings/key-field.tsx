"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { SettingsView } from "#lib/settings/settings-view.ts";

interface KeyFieldProps {
  gateway: SettingsView["gateway"];
  /** What is being written; the stored key itself never comes here. */
  value: string;
  error: string | undefined;
  /** Whether a new one is being written over the stored one. */
  isReplacing: boolean;
  onReplacingChange: (isReplacing: boolean) => void;
  onValueChange: (value: string) => void;
  onRemove: () => Promise<boolean>;
}

/** The gateway's key: it can be written, replaced and removed, and of a stored one only the end is shown. */
export function KeyField({
  gateway,
  value,
  error,
  isReplacing,
  onReplacingChange,
  onValueChange,
  onRemove,
}: KeyFieldProps) {
  const { keyLast4, keySource } = gateway;
  const [isAskedToRemove, setIsAskedToRemove] = useState(false);
  const isWritten = keyLast4 === null || (isReplacing && keySource !== "environment");

  if (!isWritten) {
    return (
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-muted text-xs">Key</p>
        <div className="flex flex-wrap items-center gap-2">
          <p className="me-auto flex items-center gap-2 text-sm">
            <KeyRound aria-hidden className="size-4 text-muted" />
            <span>
              ends in <code className="font-mono">{keyLast4}</code>
            </span>
          </p>
          {keySource !== "environment" && (
            <>
              <Button size="small" onClick={() => onReplacingChange(true)}>
                Replace
              </Button>
              <Button size="small" variant="ghost" onClick={() => setIsAskedToRemove(true)}>
                Remove
              </Button>
            </>
          )}
        </div>
        {keySource === "environment" && (
          <p className="text-muted text-xs">Given by MESHAPI_API_KEY in the environment.</p>
        )}
        {error && (
          <p role="alert" className="text-danger-ink text-xs">
            {error}
          </p>
        )}
        <Dialog
          isOpen={isAskedToRemove}
          onClose={() => setIsAskedToRemove(false)}
          title="Remove the key?"
          actions={
            <>
              <Button onClick={() => setIsAskedToRemove(false)}>Keep it</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setIsAskedToRemove(false);
                  onRemove();
                }}
              >
                Remove
              </Button>
            </>
          }
        >
          <p className="text-muted">
            The painter draws then. The key cannot be shown again: have it at hand if you want it
            back.
          </p>
        </Dialog>
      </div>
    );
  }

  return (
    <Field label="Key" error={error} description="Stored encrypted; never shown again.">
      <div className="flex gap-2">
        <Input
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="rsk_…"
          autoFocus={isReplacing}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
        {isReplacing && (
          <Button
            onClick={() => {
              onReplacingChange(false);
              onValueChange("");
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    </Field>
  );
}
