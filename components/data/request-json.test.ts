import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  describeRequestFailure,
  RequestError,
  requestJson,
} from "#components/data/request-json.ts";
import { english as t } from "#messages/english.server.ts";

/** A server that answers so, asked as a page asks its own. Resolves to what it was asked for. */
async function serve(status: number, answer: string): Promise<string[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = Object(server.address());
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    fetch(new URL(path, `http://127.0.0.1:${port}`), init),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
    server.close();
  });
  return asked;
}

test("an endpoint is asked for by its method and address, the id and the query encoded", async () => {
  const asked = await serve(200, '{"images":[],"sequence":1}');
  const query = { limit: "2", before: "a&b" };
  expect(await requestJson("GET /api/images", { query })).toEqual({ images: [], sequence: 1 });
  await requestJson("DELETE /api/batches/:id", { id: "a/b?" }).catch(() => {});

  expect(asked).toEqual(["GET /api/images?limit=2&before=a%26b", "DELETE /api/batches/a%2Fb%3F"]);
});

test.each([
  ["lacks what the contract has", "{}", /images/],
  ["has more than the contract", '{"images":[],"sequence":1,"more":1}', /more/],
])("an answer that %s is refused in development, with its name", async (_name, answer, words) => {
  await serve(200, answer);
  const asking = requestJson("GET /api/images");
  await expect(asking).rejects.toThrow("the answer of GET /api/images");
  await expect(asking).rejects.toThrow(words);
});

test.each([
  [
    '{"error":{"code":"not_found","message":"It is gone.","field":"id"}}',
    { status: 404, code: "not_found", message: "It is gone.", field: "id" },
  ],
  ["<h1>Not here</h1>", { status: 404, code: "unknown", message: "", field: null }],
])(
  "a refusal is thrown in the server's words, and a proxy's page in none: %s",
  async (answer, error) => {
    await serve(404, answer);
    await expect(requestJson("GET /api/images")).rejects.toMatchObject(error);
  },
);

test("what is told of a failure is the server's word, or ours where it gave none", () => {
  const refusal = { code: "not_found", message: "It is gone." };
  expect(describeRequestFailure(new RequestError(404, refusal), t)).toBe("It is gone.");
  const strange = new RequestError(502, { code: "unknown", message: "" });
  expect(describeRequestFailure(strange, t)).toBe("The server answered 502. Try again.");
  const unreached = new TypeError("fetch failed");
  expect(describeRequestFailure(unreached, t)).toBe("The studio was not reached. Is it running?");
});
