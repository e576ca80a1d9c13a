"use client";

import { SecretNotice } from "#components/settings/gateway/secret-notice.tsx";
import { StoredKey } from "#components/settings/gateway/stored-key.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionView } from "#lib/contract/gateway-view.ts";

interface KeyFieldProps {
  connection: ConnectionView;
  /** Another origin than the stored key's that is being entered: it needs a key of its own. */
  movedTo: string | null;
  /** What is being written; the stored key itself never comes here. */
  value: string;
  error: string | undefined;
  /** Whether a new one is being written over the stored one. */
  isReplacing: boolean;
  onReplacingChange: (isReplacing: boolean) => void;
  onValueChange: (value: string) => void;
  onRemove: () => void;
}

const keyExample = "rsk_…";

/** The gateway's key: it can be written, replaced and removed, and of a stored one only the end is shown. */
export function KeyField({
  connection,
  movedTo,
  value,
  error,
  isReplacing,
  onReplacingChange,
  onValueChange,
  onRemove,
}: KeyFieldProps) {
  const { keyLast4, keySource, keyProblem } = connection;
  const t = useWords();
  const isAsked = keyLast4 === null || movedTo !== null;
  // What is written is seen, also where it was for another address, or while the one before it was stored.
  const isWritten = isReplacing || value !== "";

  if (!isAsked && (!isWritten || keySource === "environment")) {
    const onReplace = () => onReplacingChange(true);
    return (
      <StoredKey connection={connection} error={error} onReplace={onReplace} onRemove={onRemove} />
    );
  }

  return (
    <>
      {keyProblem && movedTo === null && (
        <SecretNotice what="key" problem={keyProblem} onForget={onRemove} />
      )}
      <Field
        label={t("settings.key")}
        error={error}
        description={
          movedTo === null || keyLast4 === null
            ? t("settings.keyWhy")
            : t("settings.keyMoved", { address: movedTo })
        }
      >
        <div className="flex gap-2">
          <Input
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder={keyExample}
            autoFocus={isReplacing}
            value={value}
            onChange={(event) => onValueChange(event.target.value)}
          />
          {!isAsked && (
            <Button
              onClick={() => {
                onReplacingChange(false);
                onValueChange("");
              }}
            >
              {t("settings.cancel")}
            </Button>
          )}
        </div>
      </Field>
    </>
  );
}
