import sharp from "sharp";
import { expect, test } from "vitest";
import { developImage } from "#lib/storage/codec/image.server.ts";

const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
const image = sharp({ create: { width: 700, height: 300, channels: 3, background: "red", noise } });
const jpeg = await image.clone().jpeg().toBuffer();
const progressive = await image.clone().jpeg({ progressive: true }).toBuffer();
const thumbnail = await image.clone().resize(70, 30).jpeg().toBuffer();
const exif = Buffer.concat([Buffer.from("Exif\0\0"), thumbnail]);
const length = exif.length + 2;
const app1 = Buffer.of(0xff, 0xe1, length >> 8, length & 255);
const withExif = Buffer.concat([jpeg.subarray(0, 2), app1, exif, jpeg.subarray(2)]);

test.each<[string, Buffer, number]>([
  ["a JPEG", jpeg, 2],
  ["half of it, a JPEG", jpeg, 1],
  ["a progressive JPEG", progressive, 2],
  ["a JPEG with a thumbnail", withExif, 2],
  ["a PNG", await image.clone().png().toBuffer(), 12],
  ["a GIF", await image.clone().gif().toBuffer(), 1],
])("%s without the mark of its end is kept", async (_, bytes, endBytes) => {
  expect(await developImage(bytes.subarray(0, -endBytes))).toMatchObject({ width: 700 });
});

test.each([
  ["a JPEG", jpeg],
  ["a progressive JPEG", progressive],
  ["a JPEG with a thumbnail", withExif],
])("%s that lacks more than that is refused", async (_, bytes) => {
  for (const lost of [20, 400, Math.floor(bytes.length / 2)]) {
    await expect(developImage(bytes.subarray(0, -lost))).rejects.toMatchObject({ code: "corrupt" });
  }
});
