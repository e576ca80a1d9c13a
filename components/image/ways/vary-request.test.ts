import { expect, test } from "vitest";
import { gateway, painter } from "#components/data/records/test-records.ts";
import { varyRequest } from "#components/image/ways/vary-request.ts";

test("another picture is asked for without the seed, and of the painter with another one", () => {
  const parameters = { prompt: "a fox", seed: 7, size: "512x512" } as const;
  expect(varyRequest({ parameters, gateway })).toEqual({ prompt: "a fox", size: "512x512" });

  const seeds = Array.from({ length: 3 }, () => varyRequest({ parameters, gateway: painter }).seed);
  expect(new Set([...seeds, 7, undefined]).size).toBe(5);
});
