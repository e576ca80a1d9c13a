import { expect, test } from "vitest";
import { keepFor } from "#lib/engine/gateway/model/keep-for.ts";

test("what was loaded is kept for its time, and no longer", async () => {
  let loads = 0;
  let time = 0;
  const get = keepFor(async () => ++loads, { forMs: 100, now: () => time });

  expect([await get(), await get()]).toEqual([1, 1]);
  time = 99;
  expect(await get()).toBe(1);
  time = 100;
  expect(await get()).toBe(2);
});

test("a load is shared by those who come while it lasts, and a failure is not kept", async () => {
  let loads = 0;
  const get = keepFor(
    async () => {
      loads += 1;
      if (loads === 1) throw new Error("not now");
      return loads;
    },
    { forMs: 100 },
  );

  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(loads).toBe(1);
  expect(await get()).toBe(2);
});
