import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { developImage } from "#lib/storage/codec/image.server.ts";
import { toBarePng } from "#lib/storage/codec/to-bare-png.ts";

const image = await sharp({ create: { width: 6, height: 4, channels: 3, background: "#c63" } })
  .withMetadata({ orientation: 6, icc: "p3" })
  .png()
  .toBuffer();
const afterHeader = 33;
const profile = image.subarray(image.indexOf("iCCP") - 4);

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}

function withChunks(...chunks: Buffer[]): Buffer {
  return Buffer.concat([image.subarray(0, afterHeader), ...chunks, image.subarray(afterHeader)]);
}

/** What inflates to `bytes`, under a name of its own. */
function compressed(bytes: number): Buffer {
  return Buffer.concat([Buffer.from("k\0\0"), deflateSync(Buffer.alloc(bytes, 65))]);
}

const namesOf = (png: Uint8Array) =>
  Buffer.from(png)
    .toString("latin1")
    .match(/[A-Za-z]{4}(?=[\s\S])/g) ?? [];

describe("before a decoder sees a PNG", () => {
  test.each([
    ["zTXt", compressed(7_900_000)],
    ["iTXt", Buffer.concat([Buffer.from("k\0\x01\0\0\0", "latin1"), deflateSync("x")])],
    ["tEXt", Buffer.from("k\0text")],
    ["sPLT", Buffer.from("name\0\x08\0\0\0\0\0\0", "latin1")],
    ["abCd", Buffer.from("of somebody's own")],
  ])("%s is taken away, however much of it there is, and wherever it stands", (name, data) => {
    const atEnd = Buffer.concat([withChunks(), chunk(name, data)]);
    const beforeEnd = Buffer.concat([
      image.subarray(0, -12),
      chunk(name, data),
      image.subarray(-12),
    ]);
    const many = withChunks(...Array.from({ length: 55 }, () => chunk(name, data)));

    for (const png of [atEnd, beforeEnd, many]) expect(toBarePng(png)).toEqual(image);
  });

  test("a profile that inflates to more than any is taken away, and a second one", () => {
    const noProfile = Buffer.concat([
      image.subarray(0, image.indexOf("iCCP") - 4),
      profile.subarray(profile.readUInt32BE(0) + 12),
    ]);
    const huge = chunk("iCCP", compressed(64 * 1024 * 1024));
    const bomb = Buffer.concat([
      noProfile.subarray(0, afterHeader),
      huge,
      noProfile.subarray(afterHeader),
    ]);

    expect(toBarePng(bomb)).toEqual(noProfile);
    const own = profile.subarray(0, profile.readUInt32BE(0) + 12);
    expect(namesOf(toBarePng(withChunks(own, own))).filter((name) => name === "iCCP")).toHaveLength(
      1,
    );
  });

  test("what says how it looks stays", async () => {
    const bare = toBarePng(withChunks(chunk("zTXt", compressed(100))));

    expect(await sharp(bare).metadata()).toMatchObject({ orientation: 6, hasProfile: true });
    expect(toBarePng(image)).toBe(image);
  });

  test.each([
    ["cut within a chunk", image.subarray(0, image.length - 20)],
    ["without its end", image.subarray(0, image.length - 12)],
    ["whose chunk is longer than the file", withChunks(Buffer.from("ffffffff7a545874", "hex"))],
    ["whose chunk has no name", withChunks(chunk("\0\0\0\0", Buffer.from("x")))],
  ])("one %s is left as it is", (_, png) => {
    expect(toBarePng(png)).toEqual(png);
  });
});

test("a picture whose texts inflate to 400 MB is developed as any other", async () => {
  const bomb = withChunks(
    ...Array.from({ length: 55 }, () => chunk("zTXt", compressed(7_900_000))),
  );
  const { thumbnails: _thumbnails, hash, bytes, ...developed } = await developImage(bomb);
  const { width, height, thumbhash, type } = await developImage(image);

  expect(developed).toEqual({ width, height, thumbhash, type });
  expect({ hash, bytes }).not.toEqual({ hash: "", bytes: image.length });
});

test("a try is counted before a decoder sees so much as the header", async () => {
  const seen: string[] = [];
  const watch = {
    begin: async () => void seen.push("begin"),
    end: async () => void seen.push("end"),
  };
  const broken = image.subarray(0, afterHeader - 4);
  await expect(developImage(broken, { watch })).rejects.toThrow("damaged");

  expect(seen).toEqual(["begin", "end"]);
  const stopped = { ...watch, begin: () => Promise.reject(new Error("the database is away")) };
  await expect(developImage(broken, { watch: stopped })).rejects.toThrow("away");
});
