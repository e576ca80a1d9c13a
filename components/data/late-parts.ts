/** Those of the page as it came that are shown and not alive yet, each until it is. */
const awaited = new Set<Promise<void>>();

/** Whoever asks `whenAlive` waits for it, too. */
export function awaitPart(alive: Promise<void>): void {
  awaited.add(alive);
  alive.finally(() => awaited.delete(alive));
}

/** Once all that came with the page is alive. Before that, what it shows must not change: the browser would draw it anew. */
export async function whenAlive(): Promise<void> {
  await Promise.all(awaited);
}
