"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { fillComposer } from "#components/data/fill-composer.ts";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { useSubmitter } from "#components/data/select/use-submitter.ts";
import type { GenerationWays } from "#components/image/ways/generation-ways.ts";
import { useWords } from "#components/words/words.tsx";

/** The ways of a generation, where the studio is not on screen; what asks for pictures comes once the screen is drawn. */
export function useGenerationWays(): GenerationWays {
  const store = useRecordStore();
  const submitter = useSubmitter();
  const router = useRouter();
  const t = useWords();

  useEffect(() => {
    // A press must be kept although the studio is gone by then. What does not come now comes with the press.
    loadWays().catch(() => {});
  }, []);

  return useMemo(() => {
    async function load() {
      const { createGenerationWays } = await loadPatiently(loadWays);
      return createGenerationWays({ store, submitter, openStudio: () => router.push("/"), t });
    }
    return {
      runAgain: async (id) => (await load()).runAgain(id),
      vary: async (id) => (await load()).vary(id),
      remix: (id) => router.push(`/?remix=${id}`),
      fill: (fill) => void (fillComposer(fill) || router.push("/")),
    };
  }, [store, submitter, router, t]);
}

function loadWays() {
  return import("#components/image/ways/create-generation-ways.ts");
}
