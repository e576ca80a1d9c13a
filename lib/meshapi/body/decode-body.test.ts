import { randomBytes } from "node:crypto";
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBody } from "#lib/meshapi/body/decode-body.ts";

const json = JSON.stringify({ data: [{ b64_json: randomBytes(600).toString("base64") }] });

const encodings: [string, string | null, Buffer][] = [
  ["gzip", "gzip", gzipSync(json)],
  ["x-gzip", "x-gzip", gzipSync(json)],
  ["br", "br", brotliCompressSync(json)],
  ["deflate", "Deflate", deflateSync(json)],
  ["deflate without its header", "deflate", deflateRawSync(json)],
  ["zstd", "zstd", zstdCompressSync(json)],
  ["gzip in gzip", "gzip, gzip", gzipSync(gzipSync(json))],
  ["br over gzip", "gzip,br", brotliCompressSync(gzipSync(json))],
  ["gzip that nobody told of", null, gzipSync(json)],
  ["gzip that was undone", "gzip", Buffer.from(json)],
  ["br that was undone", "br", Buffer.from(json)],
  ["deflate that was undone", "deflate", Buffer.from(json)],
  ["an encoding that nobody knows", "rot13", Buffer.from(json)],
  ["none", null, Buffer.from(json)],
];

async function* cut(bytes: Buffer, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  for (const [index, place] of at.entries()) yield bytes.subarray(at[index - 1] ?? 0, place);
  yield bytes.subarray(at.at(-1) ?? 0);
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe.each(encodings)("%s", (_, header, bytes) => {
  test("is undone, however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 8 }), async (places) => {
        expect(await collect(decodeBody(cut(bytes, places), header))).toBe(json);
      }),
      { numRuns: 40 },
    );
  });

  test("is undone when it comes byte by byte", async () => {
    const every = Array.from(bytes, (_byte, index) => index);

    expect(await collect(decodeBody(cut(bytes, every), header))).toBe(json);
  });
});

test.each([
  ["gzip", gzipSync(json), 8],
  ["deflate", deflateSync(json), 4],
])("%s whose end never came gives all that came", async (header, bytes, missing) => {
  const start = bytes.subarray(0, bytes.length - missing);

  expect(await collect(decodeBody(cut(start, []), header))).toBe(json);
});

/** With one byte of its checksum changed. */
function spoil(bytes: Buffer, fromEnd: number): Buffer {
  const spoiled = Buffer.from(bytes);
  spoiled[bytes.length - fromEnd] = (spoiled[bytes.length - fromEnd] ?? 0) ^ 1;
  return spoiled;
}

const crc = gzipSync(json);
crc[3] = 2;
const named = Buffer.concat([crc.subarray(0, 10), Buffer.from("ab"), crc.subarray(10)]);

describe.each([
  [
    "gzip with a line break behind it",
    "gzip",
    Buffer.concat([gzipSync(json), Buffer.from("\r\n")]),
  ],
  ["gzip with anything behind it", "gzip", Buffer.concat([gzipSync(json), randomBytes(5_000)])],
  [
    "gzip in two parts",
    "gzip",
    Buffer.concat([gzipSync(json.slice(0, 99)), gzipSync(json.slice(99))]),
  ],
  ["gzip with a wrong checksum", "gzip", spoil(gzipSync(json), 6)],
  ["gzip with a wrong length", "gzip", spoil(gzipSync(json), 2)],
  ["gzip with a checksum of its head", null, named],
  [
    "deflate with a line break behind it",
    "deflate",
    Buffer.concat([deflateSync(json), Buffer.from("\r\n")]),
  ],
  ["deflate with a wrong checksum", "deflate", spoil(deflateSync(json), 2)],
  [
    "br with a line break behind it",
    "br",
    Buffer.concat([brotliCompressSync(json), Buffer.from("\r\n")]),
  ],
])("%s", (_, header, bytes) => {
  test("takes nothing away, however it is cut", async () => {
    const every = Array.from(bytes, (_byte, index) => index);

    expect(await collect(decodeBody(cut(bytes, every), header))).toBe(json);
    for (let place = 0; place < bytes.length; place += 7) {
      expect(await collect(decodeBody(cut(bytes, [place]), header))).toBe(json);
    }
  });
});

test("of what cannot be undone at all what came is given, and then the failure", async () => {
  const bytes = Buffer.concat([Buffer.from("1f8b0800000000000003", "hex"), Buffer.alloc(90, 0xff)]);
  const read: Uint8Array[] = [];
  const reading = (async () => {
    for await (const piece of decodeBody(cut(bytes, []), "gzip")) read.push(piece);
  })();

  await expect(reading).rejects.toThrow();
  expect(Buffer.concat(read)).toEqual(bytes);
});

test("what came before a connection broke is given before the failure", async () => {
  const bytes = gzipSync(json);
  async function* breaking() {
    yield bytes.subarray(0, bytes.length - 4);
    throw new Error("reset");
  }
  let text = "";
  const reading = (async () => {
    for await (const piece of decodeBody(breaking(), "gzip")) text += Buffer.from(piece);
  })();

  await expect(reading).rejects.toThrow("reset");
  expect(text).toBe(json);
});

test("an event is given as soon as its bytes are here", async () => {
  const { createGzip, constants } = await import("node:zlib");
  const gzip = createGzip();
  gzip.write("data: 1\n\n");
  await new Promise<void>((resolve) => gzip.flush(constants.Z_SYNC_FLUSH, resolve));
  const first: Buffer = gzip.read();
  async function* waiting() {
    yield first;
    await new Promise(() => {});
  }

  let text = "";
  for await (const piece of decodeBody(waiting(), "gzip")) {
    text += Buffer.from(piece);
    if (text === "data: 1\n\n") break;
  }
  expect(text).toBe("data: 1\n\n");
});

test.each([
  ["gzip", gzipSync(Buffer.alloc(64 * 1024 * 1024))],
  ["br", brotliCompressSync(Buffer.alloc(64 * 1024 * 1024))],
])(
  "a bomb in %s is given in small pieces, and no more of it than is asked for",
  async (header, bomb) => {
    let given = 0;
    let largest = 0;
    for await (const piece of decodeBody(cut(bomb, []), header)) {
      given += piece.length;
      largest = Math.max(largest, piece.length);
      if (given > 1_000_000) break;
    }

    expect(largest).toBeLessThanOrEqual(65_536);
    expect(given).toBeLessThan(1_100_000);
  },
);
