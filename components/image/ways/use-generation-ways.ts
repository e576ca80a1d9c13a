"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { fillComposer } from "#components/data/fill-composer.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { useSubmitter } from "#components/data/select/use-submitter.ts";
import { createGenerationWays } from "#components/image/ways/create-generation-ways.ts";
import type { GenerationWays } from "#components/image/ways/generation-ways.ts";
import { useWords } from "#components/words/words.tsx";

/**
 * The ways of a generation, where the studio is not on screen. What asks for pictures comes with the screen: a press must be kept
 * although the server is gone by then.
 */
export function useGenerationWays(): GenerationWays {
  const store = useRecordStore();
  const submitter = useSubmitter();
  const router = useRouter();
  const t = useWords();

  return useMemo(
    () => ({
      ...createGenerationWays({ store, submitter, openStudio: () => router.push("/"), t }),
      remix: (id) => router.push(`/?remix=${id}`),
      fill: (fill) => void (fillComposer(fill) || router.push("/")),
    }),
    [store, submitter, router, t],
  );
}
