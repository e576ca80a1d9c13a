"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { requestJson } from "#components/data/request-json.ts";
import { useRecordStore, useRecords } from "#components/data/select/use-records.ts";
import { useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { listActions } from "#components/palette/items/list-actions.ts";
import { listKnown } from "#components/palette/items/list-known.ts";
import { listModels } from "#components/palette/items/list-models.ts";
import { listSettings } from "#components/palette/items/list-settings.ts";
import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

/** All there is: what this tab knows at once, what the server is asked for as soon as it answers. */
export function usePaletteItems(): readonly PaletteItem[] {
  const t = useWords();
  const router = useRouter();
  const store = useRecordStore();
  const version = useRecords((records) => records.version());
  const queue = useQueueActions();
  const { setTheme } = useThemeChoice();
  const { offers, gateways, generations } = useAsked();

  return useMemo(() => {
    const goTo = (href: string) => router.push(href);
    // What the store knows is another with its version.
    const known = version >= 0 ? listKnown(generations, { store, goTo }) : [];
    return [
      ...listActions({ store, queue, gateways, setTheme, goTo, t }),
      ...known,
      ...listModels(offers, { goTo, t }),
      ...listSettings({ goTo, t }),
    ];
  }, [store, version, queue, gateways, offers, generations, setTheme, router, t]);
}

/** What the palette asks the server for, once it is open; what does not come is not offered. */
function useAsked() {
  const [offers, setOffers] = useState<readonly ModelOffer[]>([]);
  const [gateways, setGateways] = useState<readonly GatewayView[]>([]);
  const [generations, setGenerations] = useState<readonly GenerationView[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    requestJson("GET /api/models", { signal }).then(
      (answer) => setOffers(answer.offers),
      () => {},
    );
    requestJson("GET /api/gateways", { signal }).then(
      (answer) => setGateways(answer.gateways),
      () => {},
    );
    requestJson("GET /api/generations", { signal, query: { limit: "50" } }).then(
      (answer) => setGenerations(answer.generations),
      () => {},
    );
    return () => controller.abort();
  }, []);

  return { offers, gateways, generations };
}
