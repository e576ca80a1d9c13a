"use client";

import { useMemo } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { WholeQueueActions } from "#components/queue/queue-actions.ts";
import { useWords } from "#components/words/words.tsx";

/** The actions on any screen; their code comes with the first. */
export function useQueueActions(): WholeQueueActions {
  const store = useRecordStore();
  const t = useWords();

  return useMemo(() => {
    async function load() {
      const { createQueueActions } = await loadPatiently(
        () => import("#components/queue/create-queue-actions.ts"),
      );
      return createQueueActions({ store, t });
    }
    return {
      stop: async (...given) => (await load()).stop(...given),
      stopAll: async () => (await load()).stopAll(),
      retry: async (...given) => (await load()).retry(...given),
      resume: async (gatewayId) => (await load()).resume(gatewayId),
    };
  }, [store, t]);
}
