import { once } from "node:events";
import { createServer as createHttpServer, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { makeCertificate } from "#lib/meshapi/request/test-certificate.ts";
import { ask, collect, startTestClient } from "#lib/meshapi/test-client.ts";

const { clientOf, gateway, requestsWith } = await startTestClient();

/** Lets a server listen until the test is over, and gives its port. */
async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

test("a certificate that nobody vouches for proves that nothing was sent", async () => {
  let requests = 0;
  const server = createTlsServer(makeCertificate(), (_, response) => {
    requests += 1;
    response.end();
  });
  const { images } = clientOf({ baseUrl: `https://127.0.0.1:${await listen(server)}` });

  await expect(images.generate(ask("a fox"))).rejects.toMatchObject({
    sent: "no",
    code: "unreachable",
    cause: { cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } },
  });
  expect(requests).toBe(0);
});

test("a server that accepts and closes proves nothing, and is asked once", async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    socket.end();
  });
  const { images } = clientOf({ baseUrl: `http://127.0.0.1:${await listen(server)}` });

  await expect(images.generate(ask("a fox"))).rejects.toMatchObject({
    sent: "maybe",
    code: "connection_lost",
  });
  expect(connections).toBe(1);
});

test("an answer of a byte now and then is alive, until the deadline ends it", async () => {
  const prompt = "[[pieces:1 every=20]] a fox";
  // A machine that stands still for a while is no silence: hardly less than the deadline.
  const chunks = clientOf({ timeoutMs: 3_000, silenceMs: 2_500 }).images.stream(ask(prompt));

  await expect(collect(chunks)).rejects.toMatchObject({
    sent: "maybe",
    code: "timeout",
    message: expect.stringContaining("deadline"),
  });
  await gateway.idle();
  expect(requestsWith(prompt)).toHaveLength(1);
});

test("an event of 300 MB is left at 128 MB, with the connection closed", async () => {
  const megabyte = "A".repeat(1_048_576);
  const closed = Promise.withResolvers<number>();
  const server = createHttpServer(async (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write('data: {"object":"image.chunk","data":[{"b64_json":"');
    closed.resolve(await writeUntilClosed(response, megabyte, 300));
  });
  const { images } = clientOf({ baseUrl: `http://127.0.0.1:${await listen(server)}` });

  await expect(collect(images.stream(ask("a fox")))).rejects.toMatchObject({
    sent: "answered",
    code: "answer_too_large",
  });
  expect(await closed.promise).toBeLessThan(160);
});

/** Writes the text so many times, as fast as it is read; tells how often it was. */
async function writeUntilClosed(
  response: ServerResponse,
  text: string,
  times: number,
): Promise<number> {
  const closed = once(response, "close");
  for (let count = 0; count < times; count += 1) {
    if (response.destroyed) return count;
    if (!response.write(text)) await Promise.race([once(response, "drain"), closed]);
  }
  return times;
}
