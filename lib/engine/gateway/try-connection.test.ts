import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";
import { tryConnection } from "#lib/engine/gateway/try-connection.server.ts";

const apiKey = "rsk_fake";

test("the models are counted, and nothing is charged", async () => {
  const gateway = await startFakeGateway();
  const report = await tryConnection({ apiKey, baseUrl: gateway.url, stream: true });
  const { charges } = gateway.ledger();
  await gateway.close();

  expect(report).toMatchObject({
    models: { total: 6, image: 6 },
    takesRequests: true,
    streams: null,
  });
  expect(charges).toEqual([]);
});

test("a list without any image models, an empty one, and none at all are told apart", async () => {
  const chat = [{ id: "MiniMax-M2" }, { id: "gpt-4o" }];
  expect(await report({ models: { data: chat } })).toMatchObject({
    models: { total: 2, image: 0 },
  });
  expect(await report({ models: [] })).toMatchObject({ models: { total: 0, image: 0 } });
  expect(await report({ models: null })).toMatchObject({ models: null, takesRequests: true });
});

test.each([
  ["nothing is there", (response: ServerResponse) => refuse(response, 404)],
  ["another method is asked for", (response: ServerResponse) => refuse(response, 405)],
  [
    "a plain server does not know POST",
    (response: ServerResponse) => response.writeHead(501).end(),
  ],
  ["a page is shown, whatever is asked", showPage],
])("an address where %s is not taken for a gateway without a list", async (_, answer) => {
  for (const models of [null, answer]) {
    const found = await report({ models, answer: (_, response) => answer(response) });
    expect(found).toMatchObject({ models: null, takesRequests: false });
  }
});

test("one that lists models and has no images API is told apart, too", async () => {
  const found = await report({
    models: [{ id: "gpt-4o" }],
    answer: (_, response) => refuse(response, 404),
  });
  expect(found).toMatchObject({ models: { total: 1, image: 0 }, takesRequests: false });
});

test("one that misses a model with 404 is there", async () => {
  const found = await report({
    answer: (_, response) => refuse(response, 404, "The model was not found."),
  });
  expect(found).toMatchObject({ takesRequests: true });
});

test("a list that is not there is none, whatever the 404 says", async () => {
  const found = await report({
    models: (response: ServerResponse) => refuse(response, 404, "The model was not found."),
  });
  expect(found).toMatchObject({ models: null, takesRequests: true });
});

test("a wrong key is told where the list asks for none", async () => {
  const asked = report({ models: [], answer: (_, response) => refuse(response, 401) });
  await expect(asked).rejects.toMatchObject({ code: "unauthorized" });
});

test.each([
  ["400, naming the parameter", 400, "Unknown parameter: 'stream'."],
  ["422 in words", 422, "Streaming is not supported for images."],
])("that it cannot stream is known from a %s", async (_how, status, message) => {
  const found = await report({
    answer: ({ stream }, response) =>
      stream ? refuse(response, status, message) : refuse(response, 400, "prompt is required"),
  });
  expect(found.streams).toBe(false);
});

test("that it cannot stream is known from a 500 where without a stream it refuses in order", async () => {
  const found = await report({
    answer: ({ stream }, response) =>
      refuse(response, stream ? 500 : 400, stream ? "Something went wrong" : "prompt is required"),
  });
  expect(found.streams).toBe(false);
});

test.each([
  ["refuses for another reason", 400, "prompt is required"],
  ["fails at everything", 500, "Something went wrong"],
])("a gateway that %s may stream or not", async (_how, status, message) => {
  const found = await report({ answer: (_, response) => refuse(response, status, message) });
  expect(found).toMatchObject({ streams: null, takesRequests: status < 500 || null });
});

test("one that answers with a picture all the same says nothing, and is not listened to", async () => {
  const found = await report({
    answer: (_, response) => response.writeHead(200).write("data: "),
  });
  expect(found).toMatchObject({ takesRequests: null, streams: null });
});

test("headers and query are sent along, and streaming is not tried where it is off", async () => {
  const bodies: unknown[] = [];
  const { port, requests } = await serve(
    gatewayOf({
      answer: (body, response) => {
        bodies.push(body);
        refuse(response, 400);
      },
    }),
  );
  const baseUrl = `http://127.0.0.1:${port}/openai?api-version=2025-04-01`;
  await tryConnection({ apiKey, baseUrl, headers: { "x-team": "foxes" }, stream: false });

  expect(requests.map(({ url }) => url)).toEqual([
    "/openai/models?type=image&api-version=2025-04-01",
    "/openai/images/generations?api-version=2025-04-01",
  ]);
  for (const { headers } of requests) expect(headers["x-team"]).toBe("foxes");
  expect(bodies).toEqual([{ n: 0 }]);
});

interface Behaviour {
  /** Null: it has no list; a function answers itself. */
  models?: unknown;
  answer?: (body: { stream?: boolean }, response: ServerResponse) => void;
}

async function report(behaviour: Behaviour) {
  const { port } = await serve(gatewayOf(behaviour));
  return tryConnection({ apiKey, baseUrl: `http://127.0.0.1:${port}`, stream: true });
}

function gatewayOf({
  models = [],
  answer = (_, response) => refuse(response, 400, "prompt is required"),
}: Behaviour): RequestListener {
  return async (request, response) => {
    if (request.method === "POST") return answer(JSON.parse(await textOf(request)), response);
    if (models === null) return refuse(response, 404);
    if (typeof models === "function") return models(response);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(models));
  };
}

function showPage(response: ServerResponse): void {
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8" })
    .end("<!doctype html><title>Welcome</title>");
}

function refuse(response: ServerResponse, status: number, message = "No."): void {
  const headers = { "content-type": "application/json" };
  response.writeHead(status, headers).end(JSON.stringify({ error: { message } }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  return (await request.toArray()).join("");
}
