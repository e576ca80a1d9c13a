import { expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { fetchRulesOf } from "#lib/engine/gateway/image-address/fetch-rules.ts";
import { options } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from("the bytes of a picture");
const key = "AIza_canary_0123456789";

test.each([401, 403])(
  "a picture on the origin that answers %i is asked for with the key of the base URL's query",
  async (status) => {
    const { port, requests } = await serve((request, response) => {
      const isLetIn = request.url === `/files/1?size=a%2Fb&key=${key}&api-version=1`;
      if (isLetIn) response.end(image);
      else response.writeHead(status).end();
    });
    const connection = {
      apiKey: "",
      baseUrl: `http://127.0.0.1:${port}/v1?key=${key}&size=9`,
      query: "api-version=1",
    };

    const bytes = await fetchImage(`http://127.0.0.1:${port}/files/1?size=a%2Fb`, {
      ...options,
      ...fetchRulesOf(connection),
    });

    expect(Buffer.from(bytes)).toEqual(image);
    expect(requests[0]?.url).toBe("/files/1?size=a%2Fb");
  },
);

test("that key goes nowhere else, and is in no word of the answer", async () => {
  const stranger = await serve((_, response) => response.writeHead(401).end());
  const { port, requests } = await serve((request, response) => {
    if (!request.url?.includes(key)) return response.writeHead(401).end();
    const location = `http://pictures.example:${stranger.port}/`;
    return response.writeHead(302, { location }).end();
  });
  const rules = fetchRulesOf({ apiKey: "", baseUrl: `http://127.0.0.1:${port}/v1?key=${key}` });

  await expect(
    fetchImage(`http://127.0.0.1:${port}/files/1`, { ...options, ...rules }),
  ).rejects.toThrow("sign-in");

  expect(requests.some(({ url }) => url?.includes(key))).toBe(true);
  expect(stranger.requests.length).toBeGreaterThan(0);
  expect(stranger.requests.map(({ url }) => url).join()).not.toContain(key);
  expect(rules.secrets).toContain(key);
});
