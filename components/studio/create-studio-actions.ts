import { askInTurn } from "#components/data/ask-in-turn.ts";
import { runChange } from "#components/data/change/run-change.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { inputsAgain } from "#components/data/submit/inputs-again.ts";
import type { Submission } from "#components/data/submit/kept-submission.ts";
import { copyText } from "#components/image/copy-text.ts";
import { varyRequest } from "#components/image/ways/vary-request.ts";
import { offerCommands } from "#components/layout/commands.ts";
import { createQueueActions, postBatch } from "#components/queue/create-queue-actions.ts";
import { describeSettled } from "#components/studio/actions/describe-settled.ts";
import type { LateActions } from "#components/studio/actions/studio-actions.ts";
import { studioCommands } from "#components/studio/studio-commands.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

/** What a card asks for of its generation, by the last word of the address. */
type Action = "save" | "settle";

interface StudioActionsOptions {
  store: RecordStore;
  submit: (submission: Submission) => Promise<unknown>;
  t: Words;
}

/**
 * Creates what the cards of the feed can do: over HTTP, with a toast for how it went. What it changed comes by the
 * stream of events, like every change, and so never out of order.
 */
export function createStudioActions({ store, submit, t }: StudioActionsOptions): LateActions {
  offerCommands("studio", studioCommands(t));
  const showFailure = failureTeller(t);
  const post = (action: Action, id: string) =>
    requestJson(`POST /api/generations/:id/${action}`, { id, body: {} }).then((answer) => {
      store.take({ generations: [answer.generation], sequence: answer.sequence });
      return answer.generation;
    });
  const askFor = (
    { id, gateway, inputs, attempts }: GenerationView,
    request: GenerationRequest,
  ) => {
    // A refusal is said by its tile.
    void submit({
      request: { ...request, ...inputsAgain(inputs), gatewayId: gateway.id },
      sourceGenerationId: id,
      gateway,
      pricePerImageMicros: attempts[0]?.estimatedCostMicros ?? null,
    });
  };

  return {
    ...createQueueActions({ store, t }),
    save({ id }) {
      post("save", id).then(() => showToast(t("studio.tryingNow")), showFailure);
    },
    askGateway({ id }) {
      post("settle", id).then(
        (generation) => showToast(describeSettled(generation, t)),
        showFailure,
      );
    },
    stopStreaming: (generation) => stopStreaming(generation, t),
    runAgain: (generation) => askFor(generation, generation.parameters),
    vary: (generation) => askFor(generation, varyRequest(generation)),
    remove: ({ id, batchId }) =>
      void runChange({
        id,
        show: () => store.hideGeneration(id),
        ask: () => requestJson("DELETE /api/batches/:id", { id: batchId }),
        take: ({ sequence }) => store.dropGeneration(id, sequence),
        undo: () =>
          void askInTurn(id, () => postBatch(store, { action: "restore", id: batchId })).catch(
            showFailure,
          ),
        t,
      }),
    copyPrompt: ({ prompt }) => void copyText(prompt, { done: t("image.promptCopied"), t }),
  };
}

function stopStreaming({ gateway: { id } }: GenerationView, t: Words) {
  requestJson("PATCH /api/gateways/:id", { id, body: { stream: false } }).then(
    () => showToast(t("studio.streamingOff")),
    failureTeller(t),
  );
}

function failureTeller(t: Words) {
  return (error: unknown) => showToast(describeRequestFailure(error, t));
}
