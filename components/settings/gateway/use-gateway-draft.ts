"use client";

import { useState } from "react";
import {
  type HeaderEdits,
  headersChange,
  noEdits,
} from "#components/settings/gateway/header-edits.ts";
import type { GatewayChange } from "#components/settings/gateway/use-gateways.ts";
import { defaultBaseUrl } from "#lib/contract/default-base-url.ts";
import type { ConnectionView, GatewayView } from "#lib/contract/gateway-view.ts";
import { type BaseUrl, readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

export interface GatewayFields {
  name: string;
  baseUrl: string;
  apiKey: string;
  headers: HeaderEdits;
  /** How many at once; "" for as many as the environment says. */
  slots: string;
}

export interface GatewayDraft {
  fields: GatewayFields;
  setFields: (fields: Partial<GatewayFields>) => void;
  /** Forgets the secrets that were written, which are stored by now. */
  forgetSecrets: () => void;
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
  const stored = { name: gateway.name, slots: gateway.hasOwnSlots ? `${gateway.slots}` : "" };
  const [fields, setFields] = useState<GatewayFields>({
    ...stored,
    baseUrl: connection.baseUrl,
    apiKey: "",
    headers: noEdits,
  });
  const baseUrl = fields.baseUrl.trim();
  const apiKey = fields.apiKey.trim();
  const headers = headersChange(fields.headers);
  const read = readBaseUrl(baseUrl || defaultBaseUrl);
  const movedTo = read.ok && originOf(connection.endpoint) !== read.origin ? read.origin : null;

  return {
    fields,
    setFields: (values) => setFields((before) => ({ ...before, ...values })),
    forgetSecrets: () => setFields((before) => ({ ...before, apiKey: "", headers: noEdits })),
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

function originOf(endpoint: string | null): string | null {
  return endpoint && (URL.parse(endpoint)?.origin ?? null);
}
