let isKept = false;
const listeners = new Set<() => void>();

/** Whether this tab's stream of events stays open though nobody looks at the tab. */
export function isHiddenStreamKept(): boolean {
  return isKept;
}

/** Whether this tab's stream is to be open at all. */
export function isStreamWanted(): boolean {
  return isKept || document.visibilityState === "visible";
}

/** One tab of a browser at most may keep it: a browser opens six connections to a server. */
export function keepHiddenStream(keep: boolean): void {
  if (keep === isKept) return;
  isKept = keep;
  // What is looked at has its stream in any case.
  if (document.visibilityState === "hidden") for (const listener of listeners) listener();
}

/** Calls back when the stream may be wanted now, or not any more. */
export function onStreamWanted(listener: () => void, { signal }: { signal: AbortSignal }): void {
  listeners.add(listener);
  signal.addEventListener("abort", () => listeners.delete(listener));
  document.addEventListener("visibilitychange", listener, { signal });
}
