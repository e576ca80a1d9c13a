"use client";

import { useEffect, useMemo, useState } from "react";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { createOwnModels, withMark } from "#components/studio/parameters/model/own-models.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelMark, OwnModel } from "#lib/contract/own-model.ts";

/** As this tab knew them last: the list is right at once when it is opened again. */
let known: readonly OwnModel[] = [];

/** What a person has to do with models, on all devices: which are starred or hidden, and how their requests went. */
export function useOwnModels() {
  const t = useWords();
  const [models, setModels] = useState(known);
  const own = useMemo(() => createOwnModels(models), [models]);

  function take(next: readonly OwnModel[]) {
    known = next;
    setModels(next);
  }

  useEffect(() => {
    const controller = new AbortController();
    // Without it the list is as it would be for somebody new.
    requestJson("GET /api/models/own", { signal: controller.signal }).then(
      (answer) => {
        known = answer.models;
        setModels(answer.models);
      },
      () => {},
    );
    return () => controller.abort();
  }, []);

  function mark(option: ModelOption, wanted: ModelMark | null) {
    const before = own.of(option)?.mark ?? null;
    const { gatewayId, id: model } = option;
    take(withMark(known, option, wanted));
    requestJson("PUT /api/models/own", { body: { gatewayId, model, mark: wanted } }).catch(
      (error: unknown) => {
        take(withMark(known, option, before));
        showToast(describeRequestFailure(error, t));
      },
    );
  }

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
