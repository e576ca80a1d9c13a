import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from("the bytes of a picture");

describe("a picture that is compressed, though nobody asked for it,", () => {
  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ] as const)("with %s is what it was before", async (encoding, compress) => {
    const { port, requests } = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": encoding }).end(compress(image)),
    );

    const bytes = await fetchImage(`http://pictures.example:${port}/`, options);

    expect(Buffer.from(bytes)).toEqual(image);
    expect(requests[0]?.headers["accept-encoding"]).toBe("identity");
  });

  test("is as bounded as it would be without", async () => {
    const { port } = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(100_000))),
    );

    await expect(
      fetchImage(`http://pictures.example:${port}/`, { ...options, bytesMax: 50_000 }),
    ).rejects.toThrow("too large");
  });
});
