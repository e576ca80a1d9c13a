import type { RecordStore } from "#components/data/records/record-store.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import type { Submitter } from "#components/data/submit/create-submitter.ts";
import { inputsAgain } from "#components/data/submit/inputs-again.ts";
import { tellOutcome } from "#components/data/submit/tell-outcome.ts";
import type { GenerationWays } from "#components/image/ways/generation-ways.ts";
import { varyRequest } from "#components/image/ways/vary-request.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

interface WaysOptions {
  store: RecordStore;
  submitter: Submitter;
  openStudio: () => void;
  fill: GenerationWays["fill"];
  t: Words;
}

/** Creates what asks for pictures where the studio is not on screen; each says by itself how it went. */
export function createGenerationWays({
  store,
  submitter,
  openStudio,
  fill,
  t,
}: WaysOptions): Pick<GenerationWays, "runAgain" | "vary" | "applyPrompt"> {
  const read = async (id: string) =>
    store.generation(id) ?? (await requestJson("GET /api/generations/:id", { id })).generation;

  async function ask(id: string, requestOf: (generation: GenerationView) => GenerationRequest) {
    // What it asks first may take long, and the second click of a double click is known by its time.
    const at = performance.now();
    try {
      const generation = await read(id);
      const { gateway, inputs, attempts } = generation;
      const outcome = await submitter.submit(
        {
          request: { ...requestOf(generation), ...inputsAgain(inputs), gatewayId: gateway.id },
          sourceGenerationId: id,
          gateway,
          pricePerImageMicros: attempts[0]?.estimatedCostMicros ?? null,
        },
        { at, onUnanswered: (isKept) => showToast(t("data.unanswered", { isKept: `${isKept}` })) },
      );
      tellOutcome(outcome, t);
      if (outcome.type === "refused") showToast(describeRequestFailure(outcome.error, t));
      // These screens have no tiles: they only say where they are.
      const action = { label: t("image.openStudio"), run: openStudio };
      if (outcome.type === "made") showToast(t("image.runningAgain"), { action });
    } catch (error) {
      showToast(describeRequestFailure(error, t));
    }
  }

  return {
    runAgain: (id) => ask(id, ({ parameters }) => parameters),
    vary: (id) => ask(id, varyRequest),
    async applyPrompt(id) {
      try {
        fill({ prompt: (await read(id)).prompt, sourceGenerationId: id });
      } catch (error) {
        showToast(describeRequestFailure(error, t));
      }
    },
  };
}
