import { expect, test } from "vitest";
import { oneAtATime } from "#lib/events/one-at-a-time.ts";

test("who asks during a run waits for one more, which all that ask meanwhile share", async () => {
  const runs: PromiseWithResolvers<void>[] = [];
  const begin = oneAtATime(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  const answered: number[] = [];
  const ask = async (number: number) => {
    await begin();
    answered.push(number);
  };
  const asked = [1, 2, 3].map(ask);
  expect(runs).toHaveLength(1);

  runs[0]?.resolve();
  await expect.poll(() => runs.length).toBe(2);
  expect(answered).toEqual([]);
  runs[1]?.resolve();
  await Promise.all(asked);
  expect(runs).toHaveLength(2);
});
