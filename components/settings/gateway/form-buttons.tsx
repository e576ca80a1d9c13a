"use client";

import type { GatewayFormState } from "#components/settings/gateway/use-gateways.ts";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useWords } from "#components/words/words.tsx";

interface FormButtonsProps {
  isNew: boolean;
  isChanged: boolean;
  /** Without one there is nothing to test. */
  hasKey: boolean;
  busy: GatewayFormState["busy"];
  onTest: () => void;
  onCancel: (() => void) | undefined;
}

/** What can be done with what is written in the form of a gateway. */
export function FormButtons({
  isNew,
  isChanged,
  hasKey,
  busy,
  onTest,
  onCancel,
}: FormButtonsProps) {
  const t = useWords();

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" variant="primary" disabled={!isChanged || busy !== null}>
        {busy === "saving" && <Spinner className="size-3.5" />}
        {isNew ? t("settings.add") : t("settings.save")}
      </Button>
      <Button disabled={!hasKey || busy !== null} onClick={onTest}>
        {busy === "testing" && <Spinner className="size-3.5" />}
        {t("settings.test")}
      </Button>
      {onCancel && (
        <Button variant="ghost" onClick={onCancel}>
          {t("settings.cancel")}
        </Button>
      )}
      {!hasKey && <p className="text-muted text-xs">{t("settings.keyToTest")}</p>}
    </div>
  );
}
