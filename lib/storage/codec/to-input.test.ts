import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { toInput } from "#lib/storage/codec/to-input.server.ts";

const bytesMax = 50 * 1024 * 1024;

function plain(width: number, height: number, background = "teal"): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

async function take(file: Uint8Array) {
  const input = await toInput(file, { bytesMax });
  return { ...input, metadata: await sharp(input.bytes).metadata() };
}

test.each(["png", "jpeg", "webp"] as const)(
  "a small upright %s without words beside it stays as it is, bit for bit",
  async (format) => {
    const file = await plain(64, 32).toFormat(format).toBuffer();
    expect((await take(file)).bytes).toEqual(file);
  },
);

test("a photograph is turned upright, and where it was taken is gone", async () => {
  const file = await plain(64, 32)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .toBuffer();
  expect(await sharp(file).metadata()).toMatchObject({ exif: expect.anything() });

  const { width, height, metadata } = await take(file);
  expect(metadata).toMatchObject({ format: "jpeg", width: 32, height: 64 });
  expect(metadata.orientation ?? 1).toBe(1);
  expect(metadata.exif).toBeUndefined();
  expect([width, height]).toEqual([32, 64]);
});

test("what is larger than 2048 pixels is made to fit, and what it was is told", async () => {
  const { width, height, metadata } = await take(await plain(4_096, 1_024).jpeg().toBuffer());
  expect([width, height]).toEqual([4_096, 1_024]);
  expect([metadata.width, metadata.height]).toEqual([2_048, 512]);
});

test.each(["avif", "gif"] as const)("a %s becomes what gateways take", async (format) => {
  const { metadata } = await take(await plain(32, 32).toFormat(format).toBuffer());
  expect(["png", "jpeg"]).toContain(metadata.format);
});

test("what is seen through stays so", async () => {
  const file = await sharp({
    create: { width: 32, height: 32, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
  })
    .avif()
    .toBuffer();
  const { metadata } = await take(file);
  expect(metadata).toMatchObject({ format: "png", hasAlpha: true });
});

test.each([
  ["a film's bytes", Buffer.from("\0\0\0\x20ftypisom\0\0\0\0isom"), "unsupported_type"],
  ["HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0heic"), "unsupported_type"],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "unsupported_type"],
  ["nothing", Buffer.alloc(0), "corrupt"],
])("%s is refused", async (_name, file, code) => {
  await expect(toInput(file, { bytesMax })).rejects.toMatchObject({ code });
});
