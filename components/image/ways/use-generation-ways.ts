"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type ComposerFill, fillComposer } from "#components/data/fill-composer.ts";
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

  return useMemo(() => {
    const openStudio = () => router.push("/");
    const fill = (given: ComposerFill) => void (fillComposer(given) || openStudio());
    return {
      ...createGenerationWays({ store, submitter, openStudio, fill, t }),
      remix: (id) => router.push(`/?remix=${id}`),
      fill,
    };
  }, [store, submitter, router, t]);
}
