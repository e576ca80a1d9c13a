"use client";

import { useRouter } from "next/navigation";
import { describeRequestFailure } from "#components/data/request-json.ts";
import { inputsAgain } from "#components/data/submit/inputs-again.ts";
import { useSubmitter } from "#components/data/submit/use-submitter.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

/** A function that asks once more for what a picture was made of: one press, however often it is clicked. */
export function useRunAgain(detail: ImageDetail): () => Promise<void> {
  const t = useWords();
  const router = useRouter();
  const submitter = useSubmitter();

  return async () => {
    const { image, parameters, gateway, inputs, estimatedCostMicros } = detail;
    try {
      const made = await submitter.submit({
        request: { ...parameters, ...inputsAgain(inputs), gatewayId: gateway.id },
        sourceGenerationId: image.generationId,
        gateway,
        pricePerImageMicros: estimatedCostMicros,
      });
      // This screen has no tiles: it only says where they are.
      if (made)
        showToast(t("viewer.runningAgain"), {
          action: { label: t("viewer.openStudio"), run: () => router.push("/") },
        });
    } catch (error) {
      showToast(describeRequestFailure(error, t));
    }
  };
}
