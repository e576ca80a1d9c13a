import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options, publicAddress } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from("the bytes of a picture");
const credentials = { authorization: "Bearer rsk_test", "x-tenant": "blue" };

const forKeysOnly =
  (refuse: (response: Parameters<RequestListener>[1]) => void): RequestListener =>
  (request, response) => {
    if (request.headers.authorization === "Bearer rsk_test") response.end(image);
    else refuse(response);
  };

test.each([
  ["401", (response) => response.writeHead(401).end()],
  ["403", (response) => response.writeHead(403).end()],
  ["404", (response) => response.writeHead(404).end()],
  ["a page", (response) => response.end("<html>Sign in</html>")],
] satisfies [string, (response: Parameters<RequestListener>[1]) => void][])(
  "the gateway's own origin that answers %s is asked again with its key and headers",
  async (_, refuse) => {
    const { port, requests } = await serve(forKeysOnly(refuse));
    const gatewayOrigin = `http://127.0.0.1:${port}`;

    const bytes = await fetchImage(`${gatewayOrigin}/files/1?size=2`, {
      ...options,
      gatewayOrigin,
      credentials,
    });

    expect(Buffer.from(bytes)).toEqual(image);
    expect(requests).toHaveLength(2);
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
    expect(requests[1]?.headers).toMatchObject(credentials);
  },
);

test("a page to sign in at, to which the gateway leads, is left for the picture with the key", async () => {
  const { port } = await serve((request, response) => {
    if (request.url === "/login") response.end("<html>Sign in</html>");
    else if (request.headers.authorization) response.end(image);
    else response.writeHead(302, { location: "/login" }).end();
  });
  const gatewayOrigin = `http://127.0.0.1:${port}`;

  const bytes = await fetchImage(`${gatewayOrigin}/files/1`, {
    ...options,
    gatewayOrigin,
    credentials,
  });

  expect(bytes).toHaveLength(image.length);
});

test("the key that the gateway itself refuses is told as wanting a sign-in", async () => {
  const { port } = await serve((_, response) => response.writeHead(401).end());
  const gatewayOrigin = `http://127.0.0.1:${port}`;

  await expect(
    fetchImage(gatewayOrigin, { ...options, gatewayOrigin, credentials }),
  ).rejects.toThrow(`on 127.0.0.1:${port} wants a sign-in`);
});

test("the key goes nowhere else: not to another host, nor to another port", async () => {
  const { port, requests } = await serve((_, response) => response.writeHead(401).end());
  const given = { ...options, gatewayOrigin: `http://pictures.example:${port + 1}`, credentials };

  for (const host of ["pictures.example", "cdn.example"]) {
    await expect(fetchImage(`http://${host}:${port}/`, given)).rejects.toThrow("sign-in");
  }

  for (const request of requests) {
    expect(request.headers).not.toHaveProperty("authorization");
    expect(request.headers).not.toHaveProperty("x-tenant");
  }
});

test("the key goes with no redirect of the gateway's to somebody else", async () => {
  const stranger = await serve((_, response) => response.writeHead(401).end());
  const { port, requests } = await serve((request, response) => {
    if (!request.headers.authorization) return response.writeHead(401).end();
    const location = `http://pictures.example:${stranger.port}/`;
    return response.writeHead(302, { location }).end();
  });
  const gatewayOrigin = `http://127.0.0.1:${port}`;

  await expect(
    fetchImage(gatewayOrigin, { ...options, gatewayOrigin, credentials }),
  ).rejects.toThrow("wants a sign-in");

  expect(requests.at(-1)?.headers).toHaveProperty("authorization");
  expect(stranger.requests.length).toBeGreaterThan(0);
  for (const request of stranger.requests) {
    expect(request.headers).not.toHaveProperty("authorization");
    expect(request.headers).not.toHaveProperty("x-tenant");
  }
});

test("the key goes to no address of the gateway's own that somebody else chose", async () => {
  const { port, requests } = await serve((request, response) => {
    if (request.url !== "/files/1") return response.end(image);
    if (!request.headers.authorization) return response.writeHead(401).end();
    const location = `http://pictures.example:${stranger.port}/`;
    return response.writeHead(302, { location }).end();
  });
  const gatewayOrigin = `http://${publicAddress}:${port}`;
  const stranger = await serve((_, response) =>
    response.writeHead(302, { location: `${gatewayOrigin}/delete-everything` }).end(),
  );

  await fetchImage(`${gatewayOrigin}/files/1`, { ...options, gatewayOrigin, credentials });

  const led = requests.at(-1);
  expect(led?.url).toBe("/delete-everything");
  expect(led?.headers).not.toHaveProperty("authorization");
  expect(led?.headers).not.toHaveProperty("x-tenant");
});
