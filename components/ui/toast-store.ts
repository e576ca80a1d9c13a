export interface Toast {
  id: number;
  message: string;
  action?: { label: string; run: () => void };
}

interface ToastOptions {
  action?: Toast["action"];
  /** How long it stays; one with an action gives time to press it. */
  durationMs?: number;
}

/** Kept outside React: what shows a toast need not be below what draws them. */
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Tells something that needs no answer, for some seconds, at the head of the screen, where it hides neither the composer nor the tabs. */
export function showToast(message: string, { action, durationMs }: ToastOptions = {}): void {
  const id = nextId++;
  change([...toasts.slice(-2), { id, message, ...(action && { action }) }]);
  setTimeout(() => dismissToast(id), durationMs ?? (action ? 10_000 : 5_000));
}

/** Takes a toast away before its time. */
export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** The toasts on screen, oldest first; for `useSyncExternalStore`. */
export function readToasts(): readonly Toast[] {
  return toasts;
}

/** Calls back whenever they change, until the returned function is called. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}
