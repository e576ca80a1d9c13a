"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { SecretEnd } from "#components/settings/gateway/secret-end.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionView } from "#lib/contract/gateway-view.ts";

interface StoredKeyProps {
  connection: ConnectionView;
  error: string | undefined;
  onReplace: () => void;
  onRemove: () => void;
}

/** A key that is there: its end, where it comes from, and what can be done with it. */
export function StoredKey({ connection, error, onReplace, onRemove }: StoredKeyProps) {
  const { keyLast4, keySource } = connection;
  const t = useWords();
  const [isAskedToRemove, setIsAskedToRemove] = useState(false);
  const isGiven = keySource === "environment";

  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-muted text-xs">{t("settings.key")}</p>
      <div className="flex flex-wrap items-center gap-2">
        <p className="me-auto flex items-center gap-2 text-md">
          <KeyRound aria-hidden className="size-4 text-muted" />
          <span>
            <SecretEnd last4={keyLast4 ?? ""} />
          </span>
        </p>
        {!isGiven && (
          <>
            <Button size="small" onClick={onReplace}>
              {t("settings.replace")}
            </Button>
            <Button size="small" variant="ghost" onClick={() => setIsAskedToRemove(true)}>
              {t("settings.remove")}
            </Button>
          </>
        )}
      </div>
      {isGiven && <p className="text-muted text-xs">{t("settings.givenKey")}</p>}
      {error && (
        <p role="alert" className="text-danger text-xs">
          {error}
        </p>
      )}
      <Dialog
        isOpen={isAskedToRemove}
        onClose={() => setIsAskedToRemove(false)}
        title={t("settings.removeKey")}
        actions={
          <>
            <Button onClick={() => setIsAskedToRemove(false)}>{t("settings.keep")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                setIsAskedToRemove(false);
                onRemove();
              }}
            >
              {t("settings.remove")}
            </Button>
          </>
        }
      >
        <p className="text-muted">{t("settings.removeKeyWhat")}</p>
      </Dialog>
    </div>
  );
}
