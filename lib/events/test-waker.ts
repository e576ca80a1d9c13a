import type { EventWaker } from "#lib/events/event-waker.server.ts";

/** A waker that wakes when the test says so: what is not said was a notification that got lost. */
export function createTestWaker(): EventWaker & { wake(): void; subscribers(): number } {
  const wakes = new Set<() => void>();
  return {
    subscribe(_userId, wake) {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    wake() {
      for (const wake of wakes) wake();
    },
    subscribers: () => wakes.size,
    close: async () => wakes.clear(),
  };
}
