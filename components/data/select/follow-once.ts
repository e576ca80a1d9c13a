import { whenAlive } from "#components/data/late-parts.ts";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { loadPage } from "#components/data/records/load-page.ts";
import { loadQueue } from "#components/data/records/load-queue.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";

const followed = new WeakSet<RecordStore>();

/** Opens the one stream of events of this tab, for as long as it lives, and takes up presses that were left unanswered. Its code comes once a screen is there: events are told from where that began. */
export async function followOnce(store: RecordStore): Promise<void> {
  if (followed.has(store)) return;

  followed.add(store);
  const [{ followEvents }, { followSubmissions }, { followHistory }] = await loadPatiently(() =>
    Promise.all([
      import("#components/data/stream/follow-events.ts"),
      import("#components/data/submit/follow-submissions.ts"),
      import("#components/data/stream/follow-history.ts"),
    ]),
  );
  await whenAlive();
  followSubmissions(store);
  followEvents(store, {
    async refresh(signal) {
      const lists = [...store.mountedLists()].map((name) => loadPage(store, name, { signal }));
      await Promise.all([...lists, loadQueue(store, signal)]);
    },
    async readSequence() {
      return (await requestJson("GET /api/generations", { query: { limit: "1" } })).sequence;
    },
  });
  // What could not be read now is with the next reset, or while the stream is down.
  await loadQueue(store).catch(() => {});
  followHistory(store);
}
