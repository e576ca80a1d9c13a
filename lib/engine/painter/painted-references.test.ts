import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { createPainter } from "#lib/engine/painter/create-painter.server.ts";
import { listOf } from "#lib/engine/painter/test-painting.ts";

const painter = createPainter();
afterAll(() => painter.close());

/** The mean red, green and blue of what is painted with references of these colours. */
async function meanOf(...colours: string[]) {
  const inputs = await Promise.all(
    colours.map(async (background) => ({
      role: "reference" as const,
      type: "image/png",
      bytes: await sharp({ create: { width: 32, height: 32, channels: 3, background } })
        .png()
        .toBuffer(),
    })),
  );
  const { signal } = new AbortController();
  const options = { inputs, signal, idempotencyKey: "one" };
  const last = (
    await listOf(painter.generate({ prompt: "a fox in a forest", size: "256x256" }, options))
  ).at(-1);
  if (last?.type !== "picture" || last.source.type !== "bytes") throw new Error("No picture came.");
  const { channels } = await sharp(last.source.bytes).stats();
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean);
  return { red, green, blue, notes: last.delivered.notes?.map(({ code }) => code) ?? [] };
}

test("a painting has the colours of its reference, and says so", async () => {
  const [plain, warm, cold] = [await meanOf(), await meanOf("#e03010"), await meanOf("#1040e0")];

  expect(warm.red - warm.blue).toBeGreaterThan(plain.red - plain.blue + 60);
  expect(cold.blue - cold.red).toBeGreaterThan(plain.blue - plain.red + 60);
  expect(warm.notes).toContain("took_colours");
  expect(plain.notes).not.toContain("took_colours");
});

test("of two references it has the colours of both", async () => {
  const [warm, both] = [await meanOf("#e03010"), await meanOf("#e03010", "#1040e0")];
  expect(both.blue).toBeGreaterThan(warm.blue + 30);
});

test("the same references give the same picture", async () => {
  expect(await meanOf("#e03010")).toEqual(await meanOf("#e03010"));
});

test("what is no reference is refused", async () => {
  const { signal } = new AbortController();
  const inputs = [{ role: "mask" as const, type: "image/png", bytes: new Uint8Array() }];
  const options = { inputs, signal, idempotencyKey: "one" };
  await expect(listOf(painter.generate({ prompt: "a fox" }, options))).rejects.toMatchObject({
    code: "not_supported",
  });
});
