import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { developImage } from "#lib/storage/codec/image.server.ts";
import { filmAvif, tileAvif } from "#lib/storage/codec/test-avif.ts";

const grey = paint({ r: 128, g: 128, b: 64 });
const linear = chunk("gAMA", [100_000]);

describe("an AVIF", () => {
  test("made of tiles is one picture", async () => {
    const tile = await sharp({
      create: { width: 64, height: 64, channels: 3, background: "teal" },
    })
      .avif({ effort: 0 })
      .toBuffer();
    const tiled = tileAvif(tile, { width: 64, height: 64 });

    expect((await sharp(tiled).metadata()).pages).toBeGreaterThan(1);
    expect(await developImage(tiled)).toMatchObject({
      type: "image/avif",
      width: 128,
      height: 64,
    });
  });

  test("that is a film, without a picture that stands still, is told as one, and not as damaged", async () => {
    const frame = await grey.clone().avif({ effort: 0 }).toBuffer();

    await expect(developImage(filmAvif(frame, { width: 20, height: 10 }))).rejects.toMatchObject({
      code: "unsupported_type",
      message: "What came is a film, not a picture.",
    });
  });

  test("that is a film with a picture that stands still is kept by that", async () => {
    const still = await grey.clone().avif({ effort: 0 }).toBuffer();
    const film = filmAvif(still, { width: 20, height: 10 });
    const movie = film.subarray(film.readUInt32BE(0));
    still.write("avis", 8);

    expect(await developImage(Buffer.concat([still, movie]))).toMatchObject({
      type: "image/avif",
      width: 20,
    });
  });

  test.each(["avis", "mif1", "miaf", "MA1B", "msf1"])(
    "whose major brand is %s is kept by its still picture, as the bytes that came",
    async (brand) => {
      const bytes = await grey.clone().avif({ effort: 0 }).toBuffer();
      bytes.write(brand, 8);
      const before = Buffer.from(bytes);

      expect(await developImage(bytes)).toMatchObject({ type: "image/avif", width: 20 });
      expect(bytes).toEqual(before);
    },
  );
});

describe("a thumbnail shows the colours that the picture tells", () => {
  test.each([
    ["as they are", grey, [], [128, 128, 64]],
    ["by gAMA", grey, [linear], [188, 188, 137]],
    ["by gAMA of a grey picture", grey.clone().greyscale(), [linear], [186, 186, 186]],
    ["by gAMA of 16 bits", grey.clone().toColourspace("rgb16"), [linear], [188, 188, 137]],
    ["not by gAMA beside sRGB", grey, [linear, chunk("sRGB", [])], [128, 128, 64]],
    ["as they are, with the gAMA of sRGB", grey, [chunk("gAMA", [45_455])], [128, 128, 64]],
    ["as they are, with a gAMA of 0", grey, [chunk("gAMA", [0])], [128, 128, 64]],
    ["by cHRM of Adobe RGB", paint("#0f0"), [adobePrimaries()], [0, 255, 0]],
    [
      "as they are, with a cHRM of no light",
      grey,
      [chunk("cHRM", Array(8).fill(0))],
      [128, 128, 64],
    ],
    ["of a picture in P3", grey.clone().withIccProfile("p3"), [], [128, 128, 64]],
  ] as const)("%s", async (_, image, chunks, expected) => {
    const png = await image.clone().png().toBuffer();
    const shown = await colorOf(Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]));

    shown.forEach((value, index) => {
      expect(Math.abs(value - (expected[index] ?? 0))).toBeLessThanOrEqual(8);
    });
  });

  test("and wider primaries make a colour stronger", async () => {
    const png = await paint({ r: 180, g: 90, b: 90 }).png().toBuffer();
    const [red = 0] = await colorOf(
      Buffer.concat([png.subarray(0, 33), adobePrimaries(), png.subarray(33)]),
    );

    expect(red).toBeGreaterThan(195);
  });

  test.each([
    ["CMYK", () => grey.clone().toColourspace("cmyk").jpeg().toBuffer(), 3],
    ["a palette with alpha", () => clear().png({ palette: true }).toBuffer(), 4],
    ["16 bits with alpha", () => clear().toColourspace("rgb16").png().toBuffer(), 4],
  ] as const)("of %s", async (_, make, channels) => {
    const shown = await colorOf(await make());

    expect(shown).toHaveLength(channels);
    expect(Math.abs((shown[0] ?? 0) - 128)).toBeLessThanOrEqual(8);
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "a picture is upright by its EXIF orientation %i",
  async (orientation) => {
    const turned = await grey.clone().withMetadata({ orientation }).jpeg().toBuffer();
    const { width, height } = await developImage(turned);

    expect([width, height]).toEqual(orientation > 4 ? [10, 20] : [20, 10]);
  },
);

function paint(background: string | { r: number; g: number; b: number }): Sharp {
  return sharp({ create: { width: 20, height: 10, channels: 3, background } });
}

function clear(): Sharp {
  const background = { r: 128, g: 128, b: 64, alpha: 0.5 };
  return sharp({ create: { width: 20, height: 10, channels: 4, background } });
}

async function colorOf(bytes: Buffer): Promise<number[]> {
  const { thumbnails } = await developImage(bytes);
  const { data, info } = await sharp(thumbnails["640"]).raw().toBuffer({ resolveWithObject: true });
  const middle = (5 * info.width + 10) * info.channels;
  return [...data.subarray(middle, middle + info.channels)];
}

function adobePrimaries(): Buffer {
  return chunk("cHRM", [31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000]);
}

/** A chunk of numbers, or of one 0 where there are none. */
function chunk(name: string, numbers: readonly number[]): Buffer {
  const data = Buffer.alloc(numbers.length === 0 ? 1 : numbers.length * 4);
  numbers.forEach((number, index) => {
    data.writeUInt32BE(number, index * 4);
  });
  const body = Buffer.concat([Buffer.from(name), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
