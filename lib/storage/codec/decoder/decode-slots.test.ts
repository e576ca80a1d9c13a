import { expect, test } from "vitest";
import { createDecodeSlots } from "./decode-slots.ts";

/** Begins one after another; each lasts until it is ended by its name. */
function open() {
  const slots = createDecodeSlots();
  const running = new Set<string>();
  const ends = new Map<string, () => void>();
  const begin = (name: string) =>
    slots.run({ isLarge: name.startsWith("large") }, async () => {
      running.add(name);
      await new Promise<void>((end) => ends.set(name, end));
      running.delete(name);
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { begin, end, running: () => [...running] };
}

test("small pictures are decoded two at once, a large one alone, and none is overtaken", async () => {
  const { begin, end, running } = open();
  for (const name of ["small 1", "small 2", "large 1", "small 3", "large 2"]) void begin(name);
  await end("");
  expect(running()).toEqual(["small 1", "small 2"]);

  await end("small 1");
  expect(running()).toEqual(["small 2"]);
  await end("small 2");
  expect(running()).toEqual(["large 1"]);
  await end("large 1");
  expect(running()).toEqual(["small 3"]);
  await end("small 3");
  expect(running()).toEqual(["large 2"]);
});

test("one that fails gives its place back", async () => {
  const slots = createDecodeSlots();
  const failing = slots.run({ isLarge: true }, () => Promise.reject(new Error("damaged")));

  await expect(failing).rejects.toThrow("damaged");
  expect(await slots.run({ isLarge: true }, async () => "next")).toBe("next");
});
