import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { createLengthMender } from "#lib/meshapi/transport/mend-lengths.ts";

const json = JSON.stringify({ data: [{ url: "https://pictures.example/1" }] });
const chunks = `${json.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`;

/** What is made of an answer that is these bytes, and how often it was asked for. */
async function ask(answer: string) {
  let requests = 0;
  const server = createServer((socket) => {
    socket
      .on("error", () => {})
      .once("data", () => {
        requests += 1;
        socket.end(answer, "latin1");
      });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;

  const client = new MeshAPI({ apiKey: "rsk_x", baseUrl: `http://127.0.0.1:${port}` });
  const result = await client.images.generate({ prompt: "A fox" }).catch((error: unknown) => error);
  return { result, requests };
}

const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const length = `Content-Length: ${json.length}\r\n`;

test.each([
  ["a length, and chunks as well", `${head}${length}Transfer-Encoding: chunked\r\n\r\n${chunks}`],
  ["a word to go on before it", `HTTP/1.1 100 Continue\r\n\r\n${head}${length}\r\n${json}`],
  ["a hint before it", `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${head}${length}\r\n${json}`],
  ["no carriage returns", `${head}${length}\r\n`.replaceAll("\r", "") + json],
  ["a header in two lines", `${head}X-Words: one\r\n two\r\n${length}\r\n${json}`],
  ["a control character in a header", `${head}X-Words: \u0001\r\n${length}\r\n${json}`],
  ["a header beyond 16 KB", `${head}X-Words: ${"x".repeat(100_000)}\r\n${length}\r\n${json}`],
  ["the same length twice", `${head}${length}${length.toLowerCase()}\r\n${json}`],
  [
    "the same length twice in one",
    `${head}Content-Length: ${json.length}, ${json.length}\r\n\r\n${json}`,
  ],
  ["two lengths", `${head}Content-Length: 5\r\n${length}\r\n${json}`],
  [
    "two lengths behind a hint",
    `HTTP/1.1 103 Early Hints\r\n\r\n${head}${length}${length}\r\n${json}`,
  ],
  ["a length that is no number", `${head}Content-Length: unknown\r\n\r\n${json}`],
  ["an empty length", `${head}Content-Length:\r\n\r\n${json}`],
  ["something behind it", `${head}${length}\r\n${json}HTTP/1.1 408 Request Timeout\r\n\r\n`],
])("an answer with %s is read, and asked for once", async (_, answer) => {
  expect(await ask(answer)).toMatchObject({
    result: { data: [{ url: "https://pictures.example/1" }] },
    requests: 1,
  });
});

test.each([
  ["another protocol", "SSH-2.0-x\r\n"],
  ["a switch to another", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"],
  ["nothing", ""],
])("%s in its place leaves the outcome unknown", async (_, answer) => {
  expect(await ask(answer)).toMatchObject({
    result: { sent: "maybe", code: "connection_lost" },
    requests: 1,
  });
});

test("lengths that come in pieces are read as if they came at once", () => {
  const whole = `HTTP/1.1 103 Early Hints\r\n\r\n${head}${length}X-A: b\r\n${length}\r\n${length}`;
  const meant = `HTTP/1.1 103 Early Hints\r\n\r\n${head}${length}X-A: b\r\nx${length.slice(1)}\r\n${length}`;
  const second = whole.indexOf("X-A");

  for (let cut = 0; cut < second; cut += 1) {
    const mend = createLengthMender();
    const pieces = [whole.slice(0, cut), whole.slice(cut)].map((piece) => Buffer.from(piece));
    pieces.forEach(mend);
    expect(Buffer.concat(pieces).toString()).toBe(meant);
  }
});
