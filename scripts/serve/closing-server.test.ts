import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { text as readText } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createStudioServer } from "./create-studio-server.ts";

test("a connection that was busy when the server was closed is used once more at most", async () => {
  const held = Promise.withResolvers<ServerResponse>();
  const server = createStudioServer({
    dev: false,
    handle: async ({ url }, response) => {
      if (url === "/held") return held.resolve(response);
      response.end("reached");
    },
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect(Number(Object(server.address()).port), "127.0.0.1");
  const text = readText(socket);
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
  socket.write(request("/held"));
  const response = await held.promise;
  response.write("begun");
  server.close();
  response.end();
  socket.write(request("/more") + request("/never"));
  const answers = (await text).split("HTTP/1.1 ").slice(1);
  expect(answers).toHaveLength(2);
  expect(answers[1]).toMatch(/Connection: close.*reached$/s);
});
