"use client";

import { useState } from "react";
import {
  describeRequestFailure,
  RequestError,
  requestJson,
} from "#components/data/request-json.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import type { ConnectionReport } from "#lib/engine/connection-report.ts";

/** A change of a gateway; null takes a value away, an absent one leaves it. */
export interface GatewayChange {
  name?: string;
  baseUrl?: string | null;
  apiKey?: string | null;
  headers?: Record<string, string | null> | null;
  slots?: number | null;
  stream?: boolean;
  paid?: boolean;
  isEnabled?: boolean;
}

export interface Gateways {
  list: readonly GatewayView[];
  /** Each stores, and shows the list as it then is. They throw as `requestJson` does. */
  change: (id: string, change: GatewayChange) => Promise<void>;
  add: (change: GatewayChange) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Puts one a place further up, or down. */
  move: (id: string, by: -1 | 1) => Promise<void>;
  /** Finds out about one as it would be with a change, which is not stored; null: one that is not in the list yet. */
  test: (id: string | null, change: GatewayChange) => Promise<ConnectionReport>;
}

/** The list of gateways, and the requests that change it. */
export function useGateways(initial: readonly GatewayView[]): Gateways {
  const [list, setList] = useState(initial);

  return {
    list,
    async change(id, change) {
      const { gateways } = await requestJson("PATCH /api/gateways/:id", { id, body: change });
      setList(gateways);
    },
    async add(change) {
      setList((await requestJson("POST /api/gateways", { body: change })).gateways);
    },
    async remove(id) {
      setList((await requestJson("DELETE /api/gateways/:id", { id })).gateways);
    },
    async move(id, by) {
      const ids = list.map((gateway) => gateway.id);
      const at = ids.indexOf(id);
      const other = ids[at + by];
      if (other === undefined) return;

      ids[at + by] = id;
      ids[at] = other;
      setList((await requestJson("PUT /api/gateways/order", { body: { ids } })).gateways);
    },
    test: (id, body) =>
      id === null
        ? requestJson("POST /api/gateways/test", { body })
        : requestJson("POST /api/gateways/:id/test", { id, body }),
  };
}

const fields = ["name", "baseUrl", "apiKey", "headers", "slots"] as const;

export type GatewayErrors = Partial<Record<(typeof fields)[number] | "form", string>>;

export interface GatewayFormState {
  /** What is wrong with what was saved or tested last. */
  errors: GatewayErrors;
  /** Of the test since which nothing was changed; null when there was none. */
  result: ConnectionReport | null;
  busy: "saving" | "testing" | null;
  /** True when it was stored. */
  save: (send: () => Promise<void>) => Promise<boolean>;
  test: (send: () => Promise<ConnectionReport>) => Promise<void>;
  /** Forgets what the last test said, for something was changed since. */
  clearResult: () => void;
}

/** What one form says of its last request. */
export function useGatewayForm(): GatewayFormState {
  const [errors, setErrors] = useState<GatewayErrors>({});
  const [result, setResult] = useState<ConnectionReport | null>(null);
  const [busy, setBusy] = useState<GatewayFormState["busy"]>(null);
  const t = useWords();

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
    errors,
    result,
    busy,
    clearResult,
    save: (send) =>
      attempt("saving", async () => {
        await send();
        showToast(t("settings.saved"));
      }),
    test: async (send) => {
      await attempt("testing", async () => setResult(await send()));
    },
  };
}

/** The server names "apiKey", and for one header "headers.x-team". */
function fieldOf(error: unknown): keyof GatewayErrors {
  const names = error instanceof RequestError ? (error.field?.split(".") ?? []) : [];
  return fields.find((field) => names.includes(field)) ?? "form";
}
