"use client";

import type { GatewayFormState } from "#components/settings/gateway/use-gateways.ts";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

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
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" variant="primary" disabled={!isChanged || busy !== null}>
        {busy === "saving" && <Spinner className="size-3.5" />}
        {isNew ? "Add" : "Save"}
      </Button>
      <Button disabled={!hasKey || busy !== null} onClick={onTest}>
        {busy === "testing" && <Spinner className="size-3.5" />}
        Test connection
      </Button>
      {onCancel && (
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      )}
      {!hasKey && <p className="text-muted text-xs">Paste a key to test the connection.</p>}
    </div>
  );
}
