"use client";

import { useState } from "react";
import { type HeaderEdits, headersChange, noEdits } from "#components/settings/header-edits.ts";
import type { GatewayChange } from "#components/settings/use-gateway-settings.ts";
import { defaultBaseUrl } from "#lib/contract/default-base-url.ts";
import type { SettingsView } from "#lib/contract/settings-view.ts";
import { type BaseUrl, readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

export interface GatewayFields {
  baseUrl: string;
  apiKey: string;
  headers: HeaderEdits;
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
export function useGatewayDraft(gateway: SettingsView["gateway"]): GatewayDraft {
  const [fields, setFields] = useState<GatewayFields>({
    baseUrl: gateway.baseUrl,
    apiKey: "",
    headers: noEdits,
  });
  const baseUrl = fields.baseUrl.trim();
  const apiKey = fields.apiKey.trim();
  const headers = headersChange(fields.headers);
  const read = readBaseUrl(baseUrl || defaultBaseUrl);
  const movedTo = read.ok && originOf(gateway.endpoint) !== read.origin ? read.origin : null;

  return {
    fields,
    setFields: (values) => setFields((before) => ({ ...before, ...values })),
    forgetSecrets: () => setFields((before) => ({ ...before, apiKey: "", headers: noEdits })),
    read,
    movedTo,
    hasKey: apiKey !== "" || (gateway.keyLast4 !== null && movedTo === null),
    change: {
      ...(baseUrl !== gateway.baseUrl && { baseUrl: baseUrl || null }),
      ...(apiKey && { apiKey }),
      ...(headers && { headers }),
    },
  };
}

function originOf(endpoint: string | null): string | null {
  return endpoint && (URL.parse(endpoint)?.origin ?? null);
}
