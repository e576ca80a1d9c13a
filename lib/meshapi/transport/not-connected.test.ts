import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { findFreePort } from "#e2e/fake-gateway/find-free-port.ts";
import { ask, startTestClient } from "#lib/meshapi/test-client.ts";
import { createHttpFetch } from "#lib/meshapi/transport/http-fetch.ts";

const { clientOf, gateway, requestsWith } = await startTestClient();

/** A TCP server that does this with each connection. */
async function listen(onConnection: (socket: Socket) => void) {
  const server = createServer((socket) => {
    // The client may reset what it gives up.
    socket.on("error", () => {});
    onConnection(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();

  return { server, port: typeof address === "object" ? address?.port : 0 };
}

test("a server that is not there was proven to be sent nothing", async () => {
  const { images } = clientOf({ baseUrl: `http://127.0.0.1:${await findFreePort()}` });
  await expect(images.generate(ask("a fox"))).rejects.toMatchObject({
    sent: "no",
    code: "unreachable",
  });
});

test.each([
  ["is dropped", (socket: Socket) => void socket.destroy()],
  ["is answered by nonsense", (socket: Socket) => void socket.end("SSH-2.0-x\r\n")],
  ["is never answered", () => {}],
])("a TLS handshake that %s proves that nothing was sent", async (_, onConnection) => {
  const { server, port } = await listen(onConnection);
  const { images } = clientOf({
    baseUrl: `https://127.0.0.1:${port}`,
    fetch: createHttpFetch({ connectTimeoutMs: 100 }),
  });

  await expect(images.generate(ask("a fox"))).rejects.toMatchObject({
    sent: "no",
    code: "unreachable",
  });
  server.close();
});

test.each(["http://gateway.invalid", "https"])("nothing is sent to %s", async (where) => {
  const baseUrl = where === "https" ? gateway.url.replace("http:", "https:") : where;

  await expect(clientOf({ baseUrl }).images.generate(ask("a fox"))).rejects.toMatchObject({
    sent: "no",
    code: "unreachable",
  });
});

test("what was aborted before it began is not sent", async () => {
  const signal = AbortSignal.abort();
  const prompt = "a fox that is never sent";

  await expect(clientOf().images.generate(ask(prompt), { signal })).rejects.toMatchObject({
    sent: "no",
    code: "aborted",
  });
  expect(requestsWith(prompt)).toHaveLength(0);
});
