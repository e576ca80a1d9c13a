import { randomBytes } from "node:crypto";
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeBody } from "#lib/meshapi/body/decode-body.ts";

const json = JSON.stringify({ data: [{ b64_json: randomBytes(600).toString("base64") }] });
const zstd = zstdCompressSync(json);

/** What is made of a body that comes in pieces of so many bytes, and what it fails of behind them. */
async function decode(header: string, bytes: Buffer, { size = 1_000, failure = "" } = {}) {
  async function* body() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    if (failure) throw new Error(failure);
  }
  const read: Uint8Array[] = [];
  let error: unknown = null;
  try {
    for await (const piece of decodeBody(body(), header)) read.push(piece);
  } catch (thrown) {
    error = thrown;
  }
  return { bytes: Buffer.concat(read), text: Buffer.concat(read).toString(), error };
}

const skipped = Buffer.from("502a4d1803000000abcdef", "hex");
describe.each([
  ["a line break behind it", Buffer.concat([zstd, Buffer.from("\r\n")])],
  ["anything behind it", Buffer.concat([zstd, randomBytes(5_000)])],
  [
    "a second frame, and one to be skipped between them",
    Buffer.concat([zstdCompressSync(json.slice(0, 99)), skipped, zstdCompressSync(json.slice(99))]),
  ],
])("zstd with %s", (_, bytes) => {
  test.each([1, 7, 64, 100_000])("takes nothing away, %i bytes at a time", async (size) => {
    expect(await decode("zstd", bytes, { size })).toMatchObject({ text: json, error: null });
  });
});

test.each([
  ["zstd behind a frame to be skipped", "zstd", Buffer.concat([skipped, zstd])],
  [
    "br in two parts",
    "br",
    Buffer.concat([brotliCompressSync(json.slice(0, 99)), brotliCompressSync(json.slice(99))]),
  ],
  ["gzip twice, of which the header tells once", "gzip", gzipSync(gzipSync(json))],
  ["zstd in gzip, of which the header tells less", "gzip", gzipSync(zstd)],
])("%s is undone", async (_, header, bytes) => {
  expect(await decode(header, bytes, { size: 64 })).toMatchObject({ text: json, error: null });
});

test.each([21, 23])(
  "br with a window of %i begins as white space does, and is undone",
  async (window) => {
    const params = { [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_QUALITY]: 1 };
    const text = json.padEnd(2_001);
    const bytes = brotliCompressSync(text, { params });

    expect(bytes.toString("latin1", 0, 1)).toMatch(/\s/);
    expect(await decode("br", bytes)).toMatchObject({ text, error: null });
  },
);

test.each([
  ["br", brotliCompressSync(json)],
  ["zstd", zstd],
])("%s that ends before anything can be made of it is given as it came", async (header, whole) => {
  const bytes = whole.subarray(0, 40);

  expect(await decode(header, bytes, { size: 20 })).toMatchObject({ bytes, error: null });
});

test.each([
  ["br", brotliCompressSync("")],
  ["gzip", gzipSync("")],
  ["zstd", zstdCompressSync("")],
])("nothing, in %s, is nothing", async (header, bytes) => {
  expect(await decode(header, bytes)).toMatchObject({ text: "", error: null });
});

test("of frames whose connection breaks the first is given, and then the failure", async () => {
  const { text, error } = await decode("zstd", Buffer.concat([zstd, zstd.subarray(0, 9)]), {
    failure: "reset",
  });

  expect(text).toBe(json);
  expect(error).toMatchObject({ message: "reset" });
});
