import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options, publicAddress } from "#lib/engine/gateway/image-address/test-fetch-options.ts";

const image = "the bytes of a picture";

/** What is fetched from a server that answers a request with these bytes. */
async function fetchFrom(answer: (request: string) => string) {
  const server = createServer((socket) => {
    socket
      .on("error", () => {})
      .once("data", (data) => socket.end(answer(data.toString("latin1")), "latin1"));
  }).listen(0, publicAddress);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;

  const bytes = await fetchImage(`http://pictures.example:${port}/1`, options);
  return Buffer.from(bytes).toString();
}

const head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n";
const length = `Content-Length: ${image.length}\r\n`;
const chunks = `${image.length.toString(16)}\r\n${image}\r\n0\r\n\r\n`;

test.each([
  ["a length, and chunks as well", `${head}${length}Transfer-Encoding: chunked\r\n\r\n${chunks}`],
  ["a word to go on before it", `HTTP/1.1 100 Continue\r\n\r\n${head}${length}\r\n${image}`],
  ["no carriage returns", `${head}${length}\r\n`.replaceAll("\r", "") + image],
  ["a header in two lines", `${head}X-Words: one\r\n two\r\n${length}\r\n${image}`],
  ["a control character in a header", `${head}X-Words: \u0001\r\n${length}\r\n${image}`],
])("a picture whose transfer has %s is read", async (_, answer) => {
  expect(await fetchFrom(() => answer)).toBe(image);
});

const found = `${head}${length}\r\n${image}`;
const turnedAway = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

test.each([
  ["does not say what it comes from", /^user-agent: \S/im],
  ["takes pictures alone", /^accept: .*\*\/\*/im],
])("a server that turns away whoever %s gives the picture", async (_, wanted) => {
  expect(await fetchFrom((request) => (wanted.test(request) ? found : turnedAway))).toBe(image);
});

test("a redirect is followed to an address that is written in UTF-8", async () => {
  const location = Buffer.from("/größe 1.png").toString("latin1");
  const moved = `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`;

  const fetched = await fetchFrom((request) =>
    request.startsWith("GET /gr%C3%B6%C3%9Fe%201.png ") ? found : moved,
  );
  expect(fetched).toBe(image);
});

test.each([
  ["a length that it does not reach", `${head}Content-Length: 500\r\n\r\n${image}`],
  ["chunks without an end", `${head}Transfer-Encoding: chunked\r\n\r\n1f4\r\n${image}`],
])(
  "a picture that breaks off, with %s, is told as such, and may be whole later",
  async (_, answer) => {
    await expect(fetchFrom(() => answer)).rejects.toMatchObject({
      code: "picture_unavailable",
      reason: { code: "address_cut" },
      mayPass: true,
    });
  },
);
