"use client";

import { type FormEvent, useState } from "react";
import { AddressField } from "#components/settings/address-field.tsx";
import { ConnectionStatus } from "#components/settings/connection-status.tsx";
import { HeadersField } from "#components/settings/headers-field.tsx";
import { KeyField } from "#components/settings/key-field.tsx";
import { type GatewayFields, useGatewayDraft } from "#components/settings/use-gateway-draft.ts";
import type { GatewaySettingsState } from "#components/settings/use-gateway-settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

/** The gateway's address, key and headers; what the environment gives can be seen but not changed. */
export function GatewayForm({ gateway: form }: { gateway: GatewaySettingsState }) {
  const { gateway } = form.settings;
  const { errors, busy } = form;
  const [isReplacing, setIsReplacing] = useState(false);
  const draft = useGatewayDraft(gateway);
  const { fields, movedTo, hasKey, change } = draft;
  const isChanged = Object.keys(change).length > 0;

  function write(values: Partial<GatewayFields>) {
    draft.setFields(values);
    form.clearResult();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const isSaved = await form.save(change);
    if (!isSaved) return;

    draft.forgetSecrets();
    setIsReplacing(false);
  }

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={save}>
      <AddressField
        gateway={gateway}
        value={fields.baseUrl}
        read={draft.read}
        error={errors.baseUrl}
        onValueChange={(baseUrl) => write({ baseUrl })}
      />
      <KeyField
        gateway={gateway}
        movedTo={movedTo}
        value={fields.apiKey}
        error={errors.apiKey}
        isReplacing={isReplacing}
        onReplacingChange={setIsReplacing}
        onValueChange={(apiKey) => write({ apiKey })}
        onRemove={() => form.save({ apiKey: null })}
      />
      <HeadersField
        gateway={gateway}
        hasMoved={movedTo !== null}
        edits={fields.headers}
        error={errors.headers}
        onEditsChange={(headers) => write({ headers })}
        onForget={() => form.save({ headers: null })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={!isChanged || busy !== null}>
          {busy === "saving" && <Spinner className="size-3.5" />}
          Save
        </Button>
        <Button disabled={!hasKey || busy !== null} onClick={() => form.test(change)}>
          {busy === "testing" && <Spinner className="size-3.5" />}
          Test connection
        </Button>
        {!hasKey && <p className="text-muted text-xs">Paste a key to test the connection.</p>}
      </div>
      <ConnectionStatus
        result={form.result}
        error={errors.form}
        onStreamingOff={() => form.save({ stream: false })}
      />
    </form>
  );
}
