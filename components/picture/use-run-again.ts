"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { openBrowserStorage } from "#components/layout/browser-storage.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { ImageDetail } from "#lib/gallery/image-detail.ts";
import { createPresser } from "#lib/generation/create-presser.ts";
import { requestGeneration } from "#lib/generation/request-generation.ts";
import { describeRequestFailure } from "#lib/platform/request-json.ts";

/** A function that asks once more for what a picture was made of: one press, however often it is clicked. */
export function useRunAgain(detail: ImageDetail): () => void {
  const router = useRouter();
  const [presser] = useState(() =>
    createPresser({
      // This screen has no tiles: it only says where they are.
      dispatch({ type }) {
        if (type !== "press-answered") return;
        showToast("Running again", {
          action: { label: "Open the studio", run: () => router.push("/") },
        });
      },
      storage: () => openBrowserStorage("session").storage,
      request: requestGeneration,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
  );

  return () => {
    const { image, parameters, engine, estimatedCostMicros } = detail;
    presser
      .press({
        request: parameters,
        sourceGenerationId: image.generationId,
        engine: engine === "painter" ? "painter" : "gateway",
        pricePerImageMicros: estimatedCostMicros,
      })
      .catch((error: unknown) => showToast(describeRequestFailure(error)));
  };
}
