"use client";

import { useRef, useState } from "react";
import { askInTurn } from "#components/data/ask-in-turn.ts";
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

/** The list of gateways, and the requests that change it: one after the other, for each answers with the whole list. */
export function useGateways(initial: readonly GatewayView[]): Gateways {
  const [list, setList] = useState(initial);
  const answered = useRef(initial);

  const change = (ask: () => Promise<{ gateways: readonly GatewayView[] }>) =>
    askInTurn("gateways", async () => {
      answered.current = (await ask()).gateways;
      setList(answered.current);
    });

  return {
    list,
    change: (id, body) => change(() => requestJson("PATCH /api/gateways/:id", { id, body })),
    add: (body) => change(() => requestJson("POST /api/gateways", { body })),
    remove: (id) => change(() => requestJson("DELETE /api/gateways/:id", { id })),
    move: (id, by) =>
      change(async () => {
        const gateways = answered.current;
        const ids = gateways.map((gateway) => gateway.id);
        const at = ids.indexOf(id);
        const other = ids[at + by];
        if (at < 0 || other === undefined) return { gateways };

        ids[at + by] = id;
        ids[at] = other;
        return await requestJson("PUT /api/gateways/order", { body: { ids } });
      }),
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
  /** Of the test since whose beginning nothing was changed; null when there was none. */
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
  /** How often something was changed, saved or tested. */
  const count = useRef(0);
  const t = useWords();

  function clearResult() {
    count.current += 1;
    setErrors({});
    setResult(null);
  }

  async function attempt<Answer>(kind: "saving" | "testing", send: () => Promise<Answer>) {
    clearResult();
    setBusy(kind);
    const counted = count.current;
    try {
      return { answer: await send(), isOfNow: counted === count.current };
    } catch (error) {
      // That something was not saved is to be known, whatever was written since.
      const isToldOf = kind === "saving" || counted === count.current;
      if (isToldOf) setErrors({ [fieldOf(error)]: describeRequestFailure(error, t) });
      return null;
    } finally {
      setBusy(null);
    }
  }

  return {
    errors,
    result,
    busy,
    clearResult,
    async save(send) {
      const saved = await attempt("saving", send);
      if (saved) showToast(t("settings.saved"));
      return saved !== null;
    },
    async test(send) {
      const tested = await attempt("testing", send);
      if (tested?.isOfNow) setResult(tested.answer);
    },
  };
}

/** The server names "apiKey", and for one header "headers.x-team". */
function fieldOf(error: unknown): keyof GatewayErrors {
  const names = error instanceof RequestError ? (error.field?.split(".") ?? []) : [];
  return fields.find((field) => names.includes(field)) ?? "form";
}
