import sharp from "sharp";
import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const typed = (type: string) => ({ headers: { "content-type": type } });

describe("the file of a picture", async () => {
  const noise = { type: "gaussian", mean: 120, sigma: 60 } as const;
  const drawn = sharp({ create: { width: 90, height: 60, channels: 3, background: "red", noise } });
  const jpeg = await drawn.clone().jpeg().toBuffer();
  const small = await drawn.clone().resize(9, 6).jpeg().toBuffer();
  const app1 = Buffer.from([0xff, 0xe1, (small.length + 8) >> 8, (small.length + 8) & 255]);
  const exif = Buffer.concat([app1, Buffer.from("Exif\0\0"), small]);
  const files = {
    png: await drawn.clone().png().toBuffer(),
    gif: await drawn.clone().gif().toBuffer(),
    webp: await drawn.clone().webp().toBuffer(),
    avif: await drawn.clone().avif().toBuffer(),
    jpeg,
    "jpeg with a thumbnail": Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]),
    "progressive jpeg": await drawn.clone().jpeg({ progressive: true }).toBuffer(),
  };
  const ends: Record<string, Buffer> = {
    png: Buffer.from("IEND"),
    gif: Buffer.of(0x3b),
    jpeg: Buffer.of(0xff, 0xd9),
  };

  test.each(Object.entries(files))(
    "%s, which pauses anywhere, is read to its end",
    async (name, file) => {
      const end = ends[name.split(" ").at(-1) ?? ""] ?? ends[name.split(" ")[0] ?? ""];
      const marked = end ? file.indexOf(end, 20) + end.length : 0;
      const cuts = [
        marked,
        ...[1, 3, 6, 9].map((tenths) => Math.floor((file.length * tenths) / 10)),
      ];

      for (const cut of cuts.filter((at) => at >= 16 && at < file.length)) {
        const { images } = await play(
          [file.subarray(0, cut), 3_000, file.subarray(cut)],
          typed(""),
        );
        expect(images).toMatchObject([{ image: file.length }]);
      }
    },
  );

  test.each(Object.entries(files))("%s is kept, however its transfer ends", async (_, file) => {
    for (const rest of ["", "\r\n", "\0".repeat(20)]) {
      const whole = file.length + rest.length;
      const reset = await play([file, rest, "reset"], typed("image/png"));
      const open = await play([file, rest, "open"], typed("image/png"));

      expect(reset).toMatchObject({ images: [{ image: whole }], error: null });
      expect(open).toMatchObject({ images: [{ image: whole }], error: null, afterMs: 2_000 });
    }
  });

  test.each(Object.entries(files))("%s that breaks off is none", async (_, file) => {
    const { images, error } = await play([file.subarray(0, -3), "reset"], typed("image/png"));

    expect(images).toEqual([]);
    expect(error).toMatchObject({ code: "connection_lost", answer: { isWhole: false } });
  });

  test("of a format that does not say where it ends is judged by who decodes it", async () => {
    const tiff = Buffer.from(`49492a00${"08".repeat(20)}`, "hex");

    expect(await play([tiff, "reset"], typed("image/tiff"))).toMatchObject({ error: null });
    const { images, afterMs } = await play([tiff, "open"], typed("image/tiff"));
    expect(images).toMatchObject([{ image: 24 }]);
    expect(afterMs).toBe(60_000);
  });
});
