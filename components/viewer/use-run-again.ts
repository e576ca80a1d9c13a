"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { createSubmitter } from "#components/data/create-submitter.ts";
import { describeRequestFailure } from "#components/data/request-json.ts";
import { requestSingle } from "#components/data/request-single.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

/** A function that asks once more for what a picture was made of: one press, however often it is clicked. */
export function useRunAgain(detail: ImageDetail): () => void {
  const t = useWords();
  const router = useRouter();
  const [submitter] = useState(() =>
    createSubmitter({
      // This screen has no tiles: it only says where they are.
      dispatch({ type }) {
        if (type !== "press-answered") return;
        showToast(t("viewer.runningAgain"), {
          action: { label: t("viewer.openStudio"), run: () => router.push("/") },
        });
      },
      storage: () => openBrowserStorage("session").storage,
      request: requestSingle,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
  );

  return () => {
    const { image, parameters, gateway, estimatedCostMicros } = detail;
    submitter
      .submit({
        request: { ...parameters, gatewayId: gateway.id },
        sourceGenerationId: image.generationId,
        gateway,
        pricePerImageMicros: estimatedCostMicros,
      })
      .catch((error: unknown) => showToast(describeRequestFailure(error, t)));
  };
}
