"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { requestJson } from "#components/data/request-json.ts";
import { useRecordStore, useRecords } from "#components/data/select/use-records.ts";
import { useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { type SearchableItem, toSearchable } from "#components/palette/find-items.ts";
import { listActions } from "#components/palette/items/list-actions.ts";
import { listFound, listKnown } from "#components/palette/items/list-known.ts";
import { listModels } from "#components/palette/items/list-models.ts";
import { listSettings } from "#components/palette/items/list-settings.ts";
import { useFoundPictures } from "#components/palette/use-found-pictures.ts";
import { useQueueActions } from "#components/queue/use-queue-actions.ts";
import { useStanding } from "#components/queue/use-standing.ts";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { OwnModel } from "#lib/contract/model/own-model.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

/** All there is: what this tab knows at once, what the server is asked for as soon as it answers. */
export function usePaletteItems(query: string): readonly SearchableItem[] {
  const t = useWords();
  const router = useRouter();
  const store = useRecordStore();
  const version = useRecords((records) => records.version());
  const { standing, pauses } = useStanding();
  const queue = useQueueActions();
  const { setTheme } = useThemeChoice();
  const { offers, gateways, generations } = useAsked();
  const answer = useFoundPictures(query);

  const goTo = useCallback((href: string) => router.push(href), [router]);
  // Thousands of models are prepared once, and not with every letter.
  const models = useMemo(() => toSearchable(listModels(offers, { goTo })), [offers, goTo]);
  const known = useMemo(
    // What the store knows is another with its version.
    () => (version >= 0 ? toSearchable(listKnown(generations, { store, goTo })) : []),
    [generations, store, version, goTo],
  );
  const actions = listActions({ standing, pauses, queue, gateways, setTheme, goTo, t });
  const found = listFound(answer, { store, goTo });
  const foundIds = new Set(found.map(({ id }) => id));
  return [
    ...toSearchable([...actions, ...listSettings({ goTo, t }), ...found]),
    ...known.filter(({ item }) => !foundIds.has(item.id)),
    ...models,
  ];
}

/** What the palette asks the server for, once it is open; what does not come is not offered. */
function useAsked() {
  const [offers, setOffers] = useState<readonly ModelOffer[]>([]);
  const [gateways, setGateways] = useState<readonly GatewayView[]>([]);
  const [generations, setGenerations] = useState<readonly GenerationView[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // Together: what is hidden is not to be seen for a moment.
    Promise.all([
      requestJson("GET /api/models", { signal }),
      requestJson("GET /api/models/own", { signal }),
    ]).then(
      ([{ offers: all }, { models }]) => setOffers(withoutHidden(all, models)),
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

function withoutHidden(offers: readonly ModelOffer[], own: readonly OwnModel[]): ModelOffer[] {
  const nameOf = (gatewayId: string, id: string) => `${gatewayId} ${id}`;
  const marked = own.filter(({ mark }) => mark === "hidden");
  const hidden = new Set(marked.map(({ gatewayId, model }) => nameOf(gatewayId, model)));
  return offers.map((offer) => ({
    ...offer,
    models: offer.models.filter(({ id }) => !hidden.has(nameOf(offer.gateway.id, id))),
  }));
}
