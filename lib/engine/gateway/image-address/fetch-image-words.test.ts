import { expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from(
  "\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture,  crc.\0\0\0\0IENDcrc.",
  "latin1",
);
const base64 = image.toString("base64");

test.each([
  ["nothing", ""],
  ["JSON", '{"status":"processing"}'],
  ["a store's XML", '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>'],
])("%s in place of a picture is asked again, and then told", async (_, body) => {
  let tries = 0;
  const { port } = await serve((_request, response) => {
    tries += 1;
    response.end(tries < 3 ? body : image);
  });
  const address = `http://pictures.example:${port}/`;

  expect(Buffer.from(await fetchImage(address, options))).toEqual(image);
  tries = -9;
  await expect(fetchImage(address, options)).rejects.toMatchObject({
    code: "picture_unavailable",
    mayPass: true,
    message: expect.stringContaining(body.slice(0, 20)),
  });
});

test.each([
  ["base64", base64],
  ["a URI", `data:image/png;base64,${base64}`],
  ["JSON", JSON.stringify({ data: [{ b64_json: base64 }] })],
  ["itself behind a line break", Buffer.concat([Buffer.from("\r\n"), image])],
  ["itself behind a byte order mark", Buffer.concat([Buffer.from("\uFEFF"), image])],
  ["JSON in UTF-16", Buffer.from(JSON.stringify({ data: [{ b64_json: base64 }] }), "utf16le")],
])("a picture as %s at its address is that picture", async (_, body) => {
  const { port } = await serve((_request, response) => response.end(body));

  const bytes = await fetchImage(`http://pictures.example:${port}/`, options);

  expect(Buffer.from(bytes)).toEqual(image);
});

test.each([
  ["breaks off behind it", (response: { destroy(): unknown }) => void response.destroy()],
  ["never ends", () => {}],
])("a whole picture is kept, though its transfer %s", async (_, end) => {
  const { port, requests } = await serve((_request, response) => {
    response.writeHead(200, { "content-length": image.length + 20 });
    response.write(image, () => end(response));
  });

  const bytes = await fetchImage(`http://pictures.example:${port}/`, options);

  expect(Buffer.from(bytes)).toEqual(image);
  expect(requests).toHaveLength(1);
});

test.each([201, 203, 206])("a picture with the status %s is one", async (status) => {
  const { port } = await serve((_request, response) => response.writeHead(status).end(image));

  expect(await fetchImage(`http://pictures.example:${port}/`, options)).toHaveLength(image.length);
});

test.each([
  [400, '{"error":"Missing Authorization header"}'],
  [200, '{"error":"unauthorized"}'],
])("the gateway's own %s with %s is asked with the key", async (status, body) => {
  const { port } = await serve((request, response) => {
    if (request.headers.authorization) response.end(image);
    else response.writeHead(status).end(body);
  });
  const gatewayOrigin = `http://127.0.0.1:${port}`;
  const credentials = { authorization: "Bearer k" };

  const fetching = fetchImage(`${gatewayOrigin}/1`, { ...options, gatewayOrigin, credentials });

  expect(Buffer.from(await fetching)).toEqual(image);
});

const key = "rsk_canary+0123/456789";
const said = `No such key: ${key.replaceAll("/", "\\/")} or ${encodeURIComponent(key)}`;

test.each([
  ["JSON", "application/json", JSON.stringify({ error: { message: said } })],
  ["a text", "text/plain", said],
  ["a page", "text/html", `<html><body>${said}</body></html>`],
  ["JSON that is cut in the key", "application/json", `{"message":"${"x".repeat(175)}${key}"}`],
])("a key that is repeated in %s is in nothing that is kept", async (_, type, body) => {
  const { port } = await serve((_request, response) =>
    response.writeHead(200, { "content-type": type }).end(body),
  );
  let kept: string;
  try {
    kept = Buffer.from(
      await fetchImage(`http://pictures.example:${port}/`, { ...options, secrets: [key] }),
    ).toString();
  } catch (error) {
    const { message, answer } = Object(error);
    kept = `${message} ${answer ? Buffer.from(answer.bytes) : ""}`;
  }

  expect(kept).not.toContain("canary");
});

test("a picture is fetched, however much its server says before it", async () => {
  const { port, requests } = await serve((_request, response) => {
    response.writeHead(200, { "content-security-policy": "x".repeat(100_000) }).end(image);
  });

  expect(Buffer.from(await fetchImage(`http://pictures.example:${port}/`, options))).toEqual(image);
  expect(requests).toHaveLength(1);
});
