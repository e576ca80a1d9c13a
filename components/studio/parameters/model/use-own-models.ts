"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { createOwnModelStore } from "#components/studio/parameters/model/own-model-store.ts";
import { createOwnModels } from "#components/studio/parameters/model/own-models.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelMark } from "#lib/contract/model/own-model.ts";

/** One for all pickers: the list is right at once when it is opened again. */
const store = createOwnModelStore({
  read: async (signal) => (await requestJson("GET /api/models/own", { signal })).models,
  mark: ({ gatewayId, id: model }, mark) =>
    requestJson("PUT /api/models/own", { body: { gatewayId, model, mark } }),
});

/** What a person has to do with models, on all devices: which are starred or hidden, and how their requests went. */
export function useOwnModels() {
  const t = useWords();
  const models = useSyncExternalStore(store.subscribe, store.read, store.read);
  const own = useMemo(() => createOwnModels(models), [models]);

  useEffect(() => {
    const controller = new AbortController();
    // Without it the list is as it would be for somebody new.
    store.load(controller.signal).catch(() => {});
    return () => controller.abort();
  }, []);

  const mark = (option: ModelOption, wanted: ModelMark | null) =>
    void store
      .mark(option, wanted)
      .catch((error: unknown) => showToast(describeRequestFailure(error, t)));

  return {
    own,
    toggleStar: (option: ModelOption) =>
      mark(option, own.of(option)?.mark === "starred" ? null : "starred"),
    /** Hides it, which can be taken back, or shows it again. */
    toggleHidden(option: ModelOption) {
      const before = own.of(option)?.mark ?? null;
      if (before === "hidden") return mark(option, null);

      mark(option, "hidden");
      const undo = { label: t("image.undo"), run: () => mark(option, before) };
      showToast(t("models.nowHidden", { name: option.name }), { action: undo });
    },
  };
}
