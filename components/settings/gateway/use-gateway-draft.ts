"use client";

import { useState } from "react";
import {
  type HeaderEdits,
  headersChange,
  noEdits,
  withoutSaved,
} from "#components/settings/gateway/header-edits.ts";
import type { GatewayChange } from "#components/settings/gateway/use-gateways.ts";
import { defaultBaseUrl } from "#lib/contract/default-base-url.ts";
import type { ConnectionView, GatewayView } from "#lib/contract/gateway-view.ts";
import { type BaseUrl, readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

export interface GatewayFields {
  name: string;
  baseUrl: string;
  apiKey: string;
  /** Whether a key is being written over the stored one. */
  isReplacing: boolean;
  headers: HeaderEdits;
  /** How many at once; "" for as many as the environment says. */
  slots: string;
}

export interface GatewayDraft {
  fields: GatewayFields;
  setFields: (fields: Partial<GatewayFields>) => void;
  /** Forgets of what is written what was saved: what was written meanwhile stays. */
  forgetSaved: (saved: GatewayFields) => void;
  /** What the address comes to. */
  read: BaseUrl;
  /** The origin that is being entered, where it is another than the one that is stored; null where it is the same. */
  movedTo: string | null;
  /** Whether there is a key for that address. */
  hasKey: boolean;
  /** What would change; empty for nothing. */
  change: GatewayChange;
}

/** What is written in the form of the gateway, and what it comes to. */
export function useGatewayDraft(gateway: GatewayView, connection: ConnectionView): GatewayDraft {
  const stored: GatewayFields = {
    name: gateway.name,
    baseUrl: connection.baseUrl,
    apiKey: "",
    isReplacing: false,
    headers: noEdits,
    slots: gateway.hasOwnSlots ? `${gateway.slots}` : "",
  };
  const [written, setWritten] = useState<Partial<GatewayFields>>({});
  // One that is named after its address has another name when it has moved.
  const fields = { ...stored, ...written };
  const baseUrl = fields.baseUrl.trim();
  const apiKey = fields.apiKey.trim();
  const headers = headersChange(fields.headers);
  const read = readBaseUrl(baseUrl || defaultBaseUrl);
  const movedTo = read.ok && originOf(connection.endpoint) !== read.origin ? read.origin : null;

  return {
    fields,
    setFields: (values) => setWritten((before) => ({ ...before, ...values })),
    forgetSaved: (saved) => setWritten((now) => withoutSavedFields(now, saved)),
    read,
    movedTo,
    hasKey: apiKey !== "" || (connection.keyLast4 !== null && movedTo === null),
    change: {
      ...(baseUrl !== connection.baseUrl && { baseUrl: baseUrl || null }),
      ...(apiKey && { apiKey }),
      ...(headers && { headers }),
      ...(fields.name !== stored.name && { name: fields.name }),
      ...(fields.slots !== stored.slots && { slots: fields.slots ? Number(fields.slots) : null }),
    },
  };
}

function withoutSavedFields(
  { headers, ...written }: Partial<GatewayFields>,
  saved: GatewayFields,
): Partial<GatewayFields> {
  for (const field of ["name", "baseUrl", "apiKey", "isReplacing", "slots"] as const) {
    if (written[field] === saved[field]) delete written[field];
  }
  return { ...written, ...(headers && { headers: withoutSaved(headers, saved.headers) }) };
}

function originOf(endpoint: string | null): string | null {
  return endpoint && (URL.parse(endpoint)?.origin ?? null);
}
