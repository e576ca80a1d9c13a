/**
 * Does the work for each item, `atOnce` of them at a time, and reads no further ahead. The first failure is thrown once what
 * had begun has ended; nothing is begun after it.
 */
export async function forEachLimited<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  { atOnce }: { atOnce: number },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = iterate(items);
  let hasFailed = false;

  const workers = Array.from({ length: atOnce }, async () => {
    try {
      while (!hasFailed) {
        const next = await iterator.next();
        if (next.done) return;
        await work(next.value);
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  });
  const results = await Promise.allSettled(workers);
  await iterator.return(undefined);
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

/** A generator answers calls of `next` one after another, also when they overlap. */
async function* iterate<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
