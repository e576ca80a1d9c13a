"use client";

import type { FormEvent } from "react";
import { AddressField } from "#components/settings/gateway/address-field.tsx";
import { ConnectionStatus } from "#components/settings/gateway/connection-status.tsx";
import { FormButtons } from "#components/settings/gateway/form-buttons.tsx";
import { HeadersField } from "#components/settings/gateway/headers-field.tsx";
import { KeyField } from "#components/settings/gateway/key-field.tsx";
import { NameField } from "#components/settings/gateway/name-field.tsx";
import { SlotsField } from "#components/settings/gateway/slots-field.tsx";
import {
  type GatewayFields,
  useGatewayDraft,
} from "#components/settings/gateway/use-gateway-draft.ts";
import {
  type GatewayChange,
  type Gateways,
  useGatewayForm,
} from "#components/settings/gateway/use-gateways.ts";
import type { ConnectionView, GatewayView } from "#lib/contract/gateway-view.ts";

interface GatewayFormProps {
  gateway: GatewayView;
  connection: ConnectionView;
  /** Whether it is in the list; else it is added by the form. */
  isNew?: boolean;
  store: (change: GatewayChange) => Promise<void>;
  test: Gateways["test"];
  onCancel?: (() => void) | undefined;
}

/** A gateway's name, address, key and headers; what the environment gives can be seen but not changed. */
export function GatewayForm(props: GatewayFormProps) {
  const { gateway, connection, isNew = false, onCancel } = props;
  const { form, draft, change, write, save, onSubmit } = useGatewayFields({ ...props, isNew });
  const { errors } = form;
  const { fields, movedTo, hasKey } = draft;

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={onSubmit}>
      {/* The form of a new one is gone once it is added: nothing is written there that would be gone with it. */}
      <fieldset disabled={isNew && form.busy === "saving"} className="flex min-w-0 flex-col gap-5">
        {gateway.canBeNamed && (
          <NameField value={fields.name} error={errors.name} onChange={(name) => write({ name })} />
        )}
        <AddressField
          connection={connection}
          value={fields.baseUrl}
          read={draft.read}
          error={errors.baseUrl}
          onValueChange={(baseUrl) => write({ baseUrl })}
        />
        <KeyField
          connection={connection}
          movedTo={movedTo}
          value={fields.apiKey}
          error={errors.apiKey}
          isReplacing={fields.isReplacing}
          onReplacingChange={(isReplacing) => draft.setFields({ isReplacing })}
          onValueChange={(apiKey) => write({ apiKey })}
          onRemove={() => save({ apiKey: null })}
        />
        <HeadersField
          connection={connection}
          hasMoved={movedTo !== null}
          edits={fields.headers}
          error={errors.headers}
          onEditsChange={(headers) => write({ headers })}
          onForget={() => save({ headers: null })}
        />
        <SlotsField
          value={fields.slots}
          slots={gateway.slots}
          error={errors.slots}
          onChange={(slots) => write({ slots })}
        />
      </fieldset>
      <FormButtons
        isNew={isNew}
        isChanged={isNew || Object.keys(change).length > 0}
        hasKey={hasKey}
        busy={form.busy}
        onTest={() => form.test(() => props.test(isNew ? null : gateway.id, change))}
        onCancel={onCancel}
      />
      <ConnectionStatus
        result={form.result}
        error={errors.form}
        onStreamingOff={() => save({ ...(isNew && change), stream: false })}
      />
    </form>
  );
}

/** What is written, what the last request said of it, and what is sent of it. */
function useGatewayFields({
  gateway,
  connection,
  isNew,
  store,
}: GatewayFormProps & { isNew: boolean }) {
  const form = useGatewayForm();
  const draft = useGatewayDraft(gateway, connection);
  const change = isNew ? { baseUrl: draft.fields.baseUrl.trim(), ...draft.change } : draft.change;

  function write(values: Partial<GatewayFields>) {
    draft.setFields(values);
    form.clearResult();
  }

  const save = (values: GatewayChange) => form.save(() => store(values));

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const { fields } = draft;
    if (await save(change)) draft.forgetSaved(fields);
  }

  return { form, draft, change, write, save, onSubmit };
}
