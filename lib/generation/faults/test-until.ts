import { setTimeout as wait } from "node:timers/promises";

/** Does something again until this is so; the test's own time limit ends it otherwise. */
export async function until(
  isSo: () => Promise<boolean>,
  again: () => Promise<void>,
): Promise<void> {
  for (;;) {
    try {
      if (await isSo()) return;
      await again();
    } catch {
      // The pool hands out connections that died until it has met each of them.
    }
    await wait(250);
  }
}
