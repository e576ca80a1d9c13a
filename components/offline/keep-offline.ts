import type { RecordStore } from "#components/data/records/record-store.ts";

/**
 * Gives this browser the worker that opens the studio without the server (components/offline/worker.ts), and lets it keep what is
 * there: now, and whenever the tab is left with news. Where the browser has none, as over http from another machine, or
 * refuses it, everything else works as before.
 */
export async function keepOffline(store: RecordStore): Promise<void> {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;

  let keptVersion = -1;
  const { serviceWorker } = navigator;
  await serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;

  function keep(): void {
    if (keptVersion === store.version() || !navigator.onLine) return;
    keptVersion = store.version();
    const worker = serviceWorker.controller ?? active;
    worker?.postMessage({ type: "keep", withPictures: !isLineDear() });
  }

  keep();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
}

/** Where each megabyte costs money or time, pictures are not fetched before somebody looks at them. */
function isLineDear(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  const { saveData, effectiveType } = Object(connection);
  return saveData === true || /2g|3g/.test(String(effectiveType));
}
