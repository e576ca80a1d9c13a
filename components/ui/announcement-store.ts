let announcement = "";
const listeners = new Set<() => void>();

/** Has screen readers say something that a sighted person sees happen. Polite: it waits for a pause. */
export function announce(message: string): void {
  // The same words twice are no change, and would be silence: a no-break space makes them one.
  announcement = message === announcement ? `${message}\u00a0` : message;
  for (const listener of listeners) listener();
}

/** What was last said; for `useSyncExternalStore`. */
export function readAnnouncement(): string {
  return announcement;
}

/** Calls back whenever something is to be said, until the returned function is called. */
export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
