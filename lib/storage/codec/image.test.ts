import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { developImage, imageBytesMax, makePartial } from "#lib/storage/codec/image.server.ts";
import type { ImageErrorCode } from "#lib/storage/codec/image-error.ts";
import { pngHeader } from "#lib/storage/codec/test-png-header.ts";

const image = sharp({
  create: { width: 800, height: 400, channels: 3, background: "#c05020", noise: noise() },
});
const png = await image.clone().png().toBuffer();
const animation = await animate();

const kept: [type: string, bytes: Buffer][] = [
  ["image/png", png],
  ["image/jpeg", await image.clone().jpeg().toBuffer()],
  ["image/webp", await image.clone().webp().toBuffer()],
  ["image/avif", await image.clone().avif({ effort: 0 }).toBuffer()],
  ["image/gif", await image.clone().gif().toBuffer()],
  ["image/png", await image.clone().greyscale().png().toBuffer()],
  ["image/jpeg", await image.clone().toColourspace("cmyk").jpeg().toBuffer()],
];

const refused: [what: string, bytes: Buffer, code: ImageErrorCode][] = [
  ["nothing", Buffer.alloc(0), "corrupt"],
  ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "unsupported_type"],
  ["SVG with a prologue", Buffer.from('<?xml version="1.0"?><svg/>'), "unsupported_type"],
  ["HTML", Buffer.from("<!doctype html><title>502</title>"), "unsupported_type"],
  ["PDF called PNG", Buffer.from("%PDF-1.7\n%âãÏÓ"), "unsupported_type"],
  ["TIFF", await image.clone().tiff().toBuffer(), "unsupported_type"],
  ["HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "unsupported_type"],
  ["a bare PNG signature", png.subarray(0, 8), "corrupt"],
  ["HTML behind a PNG signature", behind(png.subarray(0, 8), "<html>"), "corrupt"],
  ["a GIF that is a script", Buffer.from("GIF89a=0;alert(1)//"), "corrupt"],
  ["an AVIF that is a script", Buffer.from("\0\0\0\x14ftypavif\0\0\0\0avif/*"), "corrupt"],
  ["a PNG cut short", png.subarray(0, png.length - 2_000), "corrupt"],
  ["a JPEG cut short", await cutInHalf(image.clone().jpeg()), "corrupt"],
  ["a WebP cut short", await cutInHalf(image.clone().webp()), "corrupt"],
  ["an AVIF cut short", await cutInHalf(image.clone().avif({ effort: 0 })), "corrupt"],
  ["an animation whose later frames are broken", breakEnd(animation.webp), "corrupt"],
  ["more bytes than the limit", behind(png, " ".repeat(imageBytesMax)), "too_large"],
  ["a bomb of 400 megapixels", pngHeader(20_000, 20_000), "too_many_pixels"],
  ["a bomb of 2 billion pixels a side", pngHeader(2 ** 31 - 1, 2 ** 31 - 1), "corrupt"],
];

describe("what is kept", () => {
  test.each(kept)("a whole %s is described and made small", async (type, bytes) => {
    const developed = await developImage(bytes);

    expect(developed).toMatchObject({ type, bytes: bytes.length, width: 800, height: 400 });
    expect(developed.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(developed.thumbhash, "base64").length).toBeGreaterThan(4);
    for (const edge of ["640", "320"] as const) {
      const thumbnail = await sharp(developed.thumbnails[edge]).metadata();
      expect(thumbnail).toMatchObject({
        format: "webp",
        width: Number(edge),
        height: Number(edge) / 2,
      });
    }
  });

  test("a small picture is not enlarged", async () => {
    const { thumbnails } = await developImage(await image.clone().resize(10).png().toBuffer());

    expect(await sharp(thumbnails["640"]).metadata()).toMatchObject({ width: 10, height: 5 });
  });

  test("a picture turned by its EXIF is shown upright, and its thumbnails carry no metadata", async () => {
    const turned = image.clone().withMetadata({ orientation: 6 });
    const { width, height, thumbnails } = await developImage(await turned.jpeg().toBuffer());
    const thumbnail = await sharp(thumbnails["320"]).metadata();

    expect([width, height]).toEqual([400, 800]);
    expect(thumbnail).toMatchObject({ width: 160, height: 320 });
    expect(thumbnail.exif).toBeUndefined();
    expect(thumbnail.orientation).toBeUndefined();
  });

  test("transparency is kept", async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: "#0000" } });
    const { thumbnails } = await developImage(await clear.png().toBuffer());

    expect((await sharp(thumbnails["320"]).stats()).isOpaque).toBe(false);
  });

  test("an animation is shown by its first frame", async () => {
    const { width, height, thumbnails } = await developImage(animation.gif);

    expect([width, height]).toEqual([40, 30]);
    expect((await sharp(thumbnails["640"]).metadata()).pages ?? 1).toBe(1);
  });

  test("a page hidden behind a picture's end leaves a picture, of the sniffed type", async () => {
    const polyglot = Buffer.concat([png, Buffer.from("<script>alert(1)</script>")]);

    expect((await developImage(polyglot)).type).toBe("image/png");
  });

  test("a partial picture becomes a small WebP", async () => {
    const partial = await sharp(await makePartial(png)).metadata();

    expect(partial).toMatchObject({ format: "webp", width: 640, height: 320 });
  });
});

describe("what is refused", () => {
  test.each(refused)("%s", async (_, bytes, code) => {
    await expect(developImage(bytes)).rejects.toMatchObject({ name: "PictureError", code });
    await expect(makePartial(bytes)).rejects.toMatchObject({ name: "PictureError", code });
  });
});

function noise() {
  return { type: "gaussian", mean: 128, sigma: 20 } as const;
}

function behind(start: Uint8Array, text: string): Buffer {
  return Buffer.concat([start, Buffer.from(text)]);
}

async function cutInHalf(source: Sharp): Promise<Buffer> {
  const bytes = await source.toBuffer();
  return bytes.subarray(0, bytes.length / 2);
}

/**
 * Three frames of noise, which compress badly enough to be broken one by one. Always the same: of some that are broken as this one is, the
 * decoder makes a picture.
 */
async function animate(): Promise<{ gif: Buffer; webp: Buffer }> {
  const raw = { width: 40, height: 30, channels: 3 } as const;
  const frames = [1, 2, 3].map((seed) =>
    sharp(drawGrain(seed, 40 * 30 * 3), { raw })
      .png()
      .toBuffer(),
  );
  const joined = sharp(await Promise.all(frames), { join: { animated: true } });

  return {
    gif: await joined.clone().gif().toBuffer(),
    webp: await joined.clone().webp().toBuffer(),
  };
}

/** So many bytes that look random, by the generator of "Numerical Recipes". */
function drawGrain(seed: number, length: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}

/** Overwrites the end of the last frame; every length stays as it was. */
function breakEnd(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -200), Buffer.alloc(200, 0xff)]);
}

test("the largest picture that is kept is the caller's choice", async () => {
  expect((await developImage(png, { bytesMax: png.length })).bytes).toBe(png.length);
  await expect(developImage(png, { bytesMax: png.length - 1 })).rejects.toMatchObject({
    code: "too_large",
  });
});
