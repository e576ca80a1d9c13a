import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { whenAlive } from "#components/data/late-parts.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { createSubmitter, type Submitter } from "#components/data/submit/create-submitter.ts";
import { requestSingle } from "#components/data/submit/request-single.ts";

const submitters = new WeakMap<RecordStore, Submitter>();

/** An answer that takes longer will not come. */
const answerMs = 30_000;

/** What turns presses into requests, one for all screens of this tab: what is pressed in one is seen in the others. */
export function openSubmitter(store: RecordStore): Submitter {
  const submitter = submitters.get(store) ?? create(store);
  submitters.set(store, submitter);
  return submitter;
}

function create(store: RecordStore): Submitter {
  return createSubmitter({
    store,
    storage: () => openBrowserStorage("local"),
    async request(body, { key, signal }) {
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
      const answer = await requestSingle(body, { key, signal: inTime });
      // What it brings may move what came with the page, as the places in the queue.
      await whenAlive();
      return answer;
    },
    wait,
    // Only a secure context has locks. Without them each tab sends it, under the one key that the studio takes once.
    lock: (key, run) =>
      "locks" in navigator ? navigator.locks.request(`atelier.press.${key}`, run) : run(),
  });
}

/** It may be worth trying sooner: there is a network again, or somebody is looking. */
function wait(milliseconds: number): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;

  return new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
    window.addEventListener("online", () => resolve(), { signal });
    const look = () => document.visibilityState === "visible" && resolve();
    document.addEventListener("visibilitychange", look, { signal });
  }).finally(() => waiting.abort());
}
