"use client";

import { type FormEvent, useState } from "react";
import { ConnectionStatus } from "#components/settings/connection-status.tsx";
import { KeyField } from "#components/settings/key-field.tsx";
import type {
  GatewayChange,
  GatewaySettingsState,
} from "#components/settings/use-gateway-settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

/** The gateway's address and key; what the environment gives can be seen but not changed. */
export function GatewayForm({ gateway: form }: { gateway: GatewaySettingsState }) {
  const { settings, errors, busy } = form;
  const { gateway } = settings;
  const [baseUrl, setBaseUrl] = useState(gateway.baseUrl);
  const [apiKey, setApiKey] = useState("");
  const [isReplacing, setIsReplacing] = useState(false);
  const isUrlFixed = gateway.baseUrlSource === "environment";
  const hasKey = gateway.keyLast4 !== null || apiKey !== "";

  const change: GatewayChange = {
    ...(baseUrl.trim() !== gateway.baseUrl && { baseUrl: baseUrl.trim() || null }),
    ...(apiKey.trim() && { apiKey: apiKey.trim() }),
  };
  const isChanged = Object.keys(change).length > 0;

  async function save(event: FormEvent) {
    event.preventDefault();
    const isSaved = await form.save(change);
    if (!isSaved) return;

    setApiKey("");
    setIsReplacing(false);
  }

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={save}>
      <Field
        label="Address"
        error={errors.baseUrl}
        description={
          isUrlFixed
            ? "Given by MESHAPI_BASE_URL in the environment."
            : "As https://host, without /v1."
        }
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          readOnly={isUrlFixed}
          value={baseUrl}
          onChange={(event) => {
            setBaseUrl(event.target.value);
            form.clearResult();
          }}
        />
      </Field>
      <KeyField
        gateway={gateway}
        value={apiKey}
        error={errors.apiKey}
        isReplacing={isReplacing}
        onReplacingChange={setIsReplacing}
        onValueChange={(value) => {
          setApiKey(value);
          form.clearResult();
        }}
        onRemove={() => form.save({ apiKey: null })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={!isChanged || busy !== null}>
          {busy === "saving" && <Spinner className="size-3.5" />}
          Save
        </Button>
        <Button
          disabled={!hasKey || busy !== null}
          onClick={() => form.test(withoutRemovals(change))}
        >
          {busy === "testing" && <Spinner className="size-3.5" />}
          Test connection
        </Button>
        {!hasKey && <p className="text-muted text-xs">Paste a key to test the connection.</p>}
      </div>
      <ConnectionStatus result={form.result} error={errors.form} />
    </form>
  );
}

/** An emptied address is the default's: the test reads an absent one so, and null not at all. */
function withoutRemovals({ baseUrl, ...change }: GatewayChange): GatewayChange {
  return { ...change, ...(baseUrl && { baseUrl }) };
}
