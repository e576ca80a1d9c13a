export interface Toast {
  id: number;
  message: string;
  /** How often it was said in a row. */
  count: number;
  action?: { label: string; run: () => void };
}

interface ToastOptions {
  action?: Toast["action"];
  /** How long it stays; one with an action gives time to press it. */
  durationMs?: number;
}

/** Kept outside React: what shows a toast need not be below what draws it. */
let toast: Toast | null = null;
let nextId = 1;
let leftMs = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let startedAt = 0;
const listeners = new Set<() => void>();

/**
 * Tells something that needs no answer, for some seconds, where no picture is. One at a time, the newest; the same said
 * again counts up, and its action then does all of them.
 */
export function showToast(message: string, { action, durationMs }: ToastOptions = {}): void {
  const before = toast?.message === message ? toast : null;
  const both = action && before?.action ? inTurn(action, before.action) : action;
  toast = {
    id: before?.id ?? nextId++,
    message,
    count: (before?.count ?? 0) + 1,
    ...(both && { action: both }),
  };
  leftMs = durationMs ?? (action ? 10_000 : 5_000);
  resumeToast();
  tell();
}

/** The time of the toast stands still: somebody points at it. */
export function holdToast(): void {
  clearTimeout(timer);
  leftMs = Math.max(0, leftMs - (performance.now() - startedAt));
}

/** It goes on. */
export function resumeToast(): void {
  clearTimeout(timer);
  if (!toast) return;

  startedAt = performance.now();
  timer = setTimeout(dismissToast, leftMs);
}

/** Takes the toast away before its time. */
export function dismissToast(): void {
  clearTimeout(timer);
  toast = null;
  tell();
}

/** The toast on screen; for `useSyncExternalStore`. */
export function readToast(): Toast | null {
  return toast;
}

/** Calls back whenever it changes, until the returned function is called. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function inTurn({ label, run }: NonNullable<Toast["action"]>, before: { run: () => void }) {
  return {
    label,
    run() {
      run();
      before.run();
    },
  };
}

function tell() {
  for (const listener of listeners) listener();
}
