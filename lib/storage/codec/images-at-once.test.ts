import { setImmediate } from "node:timers/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { developImage } from "#lib/storage/codec/image.server.ts";

const small = await blank(80);

test("pictures are decoded two at a time", async () => {
  const first = await developUntilDecoded();
  const second = await developUntilDecoded();
  const third = developHeld();
  await third.isChecked;
  // Whatever it does without waiting for a turn it has done by then.
  await setImmediate();
  expect(third.isDecoding()).toBe(false);

  first.release();
  await third.decoding;
  expect(second.isDecoding()).toBe(true);
  for (const each of [second, third]) each.release();
  await Promise.all([first, second, third].map(({ developed }) => developed));
});

test("many at once are not held in memory whole", async () => {
  const large = await blank(7_900);
  const before = process.resourceUsage().maxRSS;

  await Promise.all(Array.from({ length: 4 }, () => developImage(large)));

  // In kilobytes. One of them, decoded, is 187 MB.
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(180 * 1_024);
});

async function developUntilDecoded() {
  const held = developHeld();
  await held.decoding;
  return held;
}

/** A picture whose decoding begins, and goes on once it is released. Its header is read before, without being held. */
function developHeld() {
  const checked = Promise.withResolvers<void>();
  const decoding = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let begun = 0;
  const begin = async () => {
    begun += 1;
    if (begun === 1) return;
    decoding.resolve();
    await released.promise;
  };
  const developed = developImage(small, { watch: { begin, end: async () => checked.resolve() } });
  return {
    developed,
    isChecked: checked.promise,
    decoding: decoding.promise,
    isDecoding: () => begun > 1,
    release: () => released.resolve(),
  };
}

function blank(side: number): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: "#345" } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
