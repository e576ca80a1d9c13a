import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";

/** Reads all of the queue into the store. Throws as `requestJson`. */
export async function loadQueue(store: RecordStore, signal?: AbortSignal): Promise<void> {
  store.queue.take(await requestJson("GET /api/queue", { signal }));
}
