import type { RecordStore } from "#components/data/records/record-store.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { describeStop } from "#components/queue/describe-stop.ts";
import type { WholeQueueActions } from "#components/queue/queue-actions.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

/** What is asked of a press, by the last word of the address. */
export type BatchAction = "stop" | "hang-up" | "retry" | "restore";

/** Asks for it, and takes what was answered into the store. Throws as `requestJson`. */
export async function postBatch(
  store: RecordStore,
  { action, id, body = {} }: { action: BatchAction; id: string; body?: object },
): Promise<readonly GenerationView[]> {
  const { batch, sequence } = await requestJson(`POST /api/batches/:id/${action}`, {
    id,
    body,
    idempotencyKey: `${action}-${id}-${Date.now()}`,
  });
  store.take({ generations: batch.generations, sequence });
  return batch.generations;
}

/** Creates what can be done to the queue, on any screen: over HTTP, with a toast for how it went. */
export function createQueueActions({
  store,
  t,
}: {
  store: RecordStore;
  t: Words;
}): WholeQueueActions {
  const showFailure = (error: unknown) => showToast(describeRequestFailure(error, t));

  return {
    stop: (generation, { hangsUp }) =>
      postBatch(store, {
        action: hangsUp ? "hang-up" : "stop",
        id: generation.batchId,
      }).then((generations) => {
        const after = generations.find(({ id }) => id === generation.id);
        if (after) showToast(describeStop(generation, after, t));
      }, showFailure),
    stopAll: () =>
      requestJson("POST /api/queue/stop", { body: {} }).then(({ stopped, sent, ...queue }) => {
        store.queue.take(queue);
        showToast(describeStopOfAll({ stopped, sent }, t));
      }, showFailure),
    retry({ batchId }, attempts) {
      postBatch(store, { action: "retry", id: batchId, body: { attempts } }).catch(showFailure);
    },
    resume(gatewayId) {
      requestJson("POST /api/pauses/resume", { body: { gatewayId } }).catch(showFailure);
    },
  };
}

function describeStopOfAll({ stopped, sent }: { stopped: number; sent: number }, t: Words): string {
  if (stopped === 0) return t("queue.nothingToStop");
  return sent === 0 ? t("queue.stopped") : t("queue.stoppedSent", { unsent: stopped - sent, sent });
}
