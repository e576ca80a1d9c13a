import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";

/** What is made meanwhile changes little of it. */
const againMs = 60_000;

/** Reads how one's last requests of each model went when something is to be made: how long that usually takes is told by it. */
export function followHistory(store: RecordStore): void {
  let readAt = Number.NEGATIVE_INFINITY;

  async function read() {
    if (performance.now() - readAt < againMs) return;
    readAt = performance.now();
    try {
      const { models } = await requestJson("GET /api/models/own");
      store.queue.takeHistory(models);
    } catch {
      // What is known here must do until the next.
      readAt = Number.NEGATIVE_INFINITY;
    }
  }

  store.subscribeToNews(({ type }) => {
    if (type === "generation-queued") void read();
  });
  if (store.queue.entries().length > 0) void read();
}
