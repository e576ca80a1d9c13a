import { showToast } from "#components/ui/toast-store.ts";
import type { ImageDetail } from "#lib/gallery/image-detail.ts";
import { describeRequestFailure, requestJson } from "#lib/platform/request-json.ts";

/** Asks once more for what a picture was made of. */
export async function runAgain(
  { image, parameters }: ImageDetail,
  { onOpenStudio }: { onOpenStudio: () => void },
): Promise<void> {
  try {
    await requestJson("/api/generations", {
      method: "POST",
      body: { ...parameters, sourceGenerationId: image.generationId },
      idempotencyKey: `again-${image.id}-${Date.now()}`,
    });
    showToast("Running again", { action: { label: "Open the studio", run: onOpenStudio } });
  } catch (error) {
    showToast(describeRequestFailure(error));
  }
}
