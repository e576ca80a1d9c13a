import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options, publicAddress } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from("the bytes of a picture");

describe("redirects", () => {
  const hop: RequestListener = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) return response.end(image);
    return response.writeHead(302, { location: `/${left - 1}` }).end();
  };

  test("are followed three times, and no further", async () => {
    const { port } = await serve(hop);
    const from = (hops: number) => fetchImage(`http://pictures.example:${port}/${hops}`, options);

    expect(await from(3)).toHaveLength(image.length);
    await expect(from(4)).rejects.toThrow("redirects too often");
  });

  test.each(["http://127.0.0.1:1/", "http://private.example:1/", "file:///etc/passwd", "http://["])(
    "to %s are refused, though the first address was good",
    async (location) => {
      const { port, requests } = await serve((_, response) =>
        response.writeHead(302, { location }).end(),
      );
      const resolve = async (name: string) =>
        name === "private.example" ? ["127.0.0.1"] : [publicAddress];

      await expect(
        fetchImage(`http://pictures.example:${port}/`, { ...options, resolve }),
      ).rejects.toMatchObject({ code: "picture_unavailable" });
      expect(requests).toHaveLength(1);
    },
  );
});
