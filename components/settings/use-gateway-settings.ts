"use client";

import { useState } from "react";
import {
  describeRequestFailure,
  RequestError,
  requestJson,
} from "#components/data/request-json.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { SettingsView } from "#lib/contract/settings-view.ts";
import type { ConnectionReport } from "#lib/engine/connection-report.ts";

/** A change of the gateway's settings; null takes a value away, an absent one leaves it. */
export interface GatewayChange {
  baseUrl?: string | null;
  apiKey?: string | null;
  headers?: Record<string, string | null> | null;
  stream?: boolean;
}

const fields = ["baseUrl", "apiKey", "headers"] as const;

export type GatewayErrors = Partial<Record<(typeof fields)[number] | "form", string>>;

export interface GatewaySettingsState {
  settings: SettingsView;
  /** What is wrong with what was saved or tested last. */
  errors: GatewayErrors;
  /** Of the test since which nothing was changed; null when there was none. */
  result: ConnectionReport | null;
  busy: "saving" | "testing" | null;
  /** Stores a change; true when the server took it. */
  save: (change: GatewayChange) => Promise<boolean>;
  /** Tries the settings out as they are with this change, which is not stored. */
  test: (change: GatewayChange) => Promise<void>;
  /** Forgets what the last test said, for something was changed since. */
  clearResult: () => void;
}

/** The gateway's settings, and the two requests that change and try them. */
export function useGatewaySettings(initial: SettingsView): GatewaySettingsState {
  const t = useWords();
  const [settings, setSettings] = useState(initial);
  const [errors, setErrors] = useState<GatewayErrors>({});
  const [result, setResult] = useState<ConnectionReport | null>(null);
  const [busy, setBusy] = useState<GatewaySettingsState["busy"]>(null);

  function clearResult() {
    setErrors({});
    setResult(null);
  }

  async function attempt(kind: "saving" | "testing", send: () => Promise<void>): Promise<boolean> {
    clearResult();
    setBusy(kind);
    try {
      await send();
      return true;
    } catch (error) {
      setErrors({ [fieldOf(error)]: describeRequestFailure(error, t) });
      return false;
    } finally {
      setBusy(null);
    }
  }

  return {
    settings,
    errors,
    result,
    busy,
    clearResult,
    save: (gateway) =>
      attempt("saving", async () => {
        const answer = await requestJson("PUT /api/settings", { body: { gateway } });
        setSettings(answer.settings);
        showToast("Saved");
      }),
    async test(change) {
      await attempt("testing", async () => {
        setResult(await requestJson("POST /api/settings/test", { body: change }));
      });
    },
  };
}

/** The server names "gateway.apiKey" or "apiKey", and for one header "headers.x-team". */
function fieldOf(error: unknown): keyof GatewayErrors {
  const names = error instanceof RequestError ? (error.field?.split(".") ?? []) : [];
  return fields.find((field) => names.includes(field)) ?? "form";
}
