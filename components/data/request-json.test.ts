import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { requestJson } from "#components/data/request-json.ts";

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
  const asked = await serve(200, '{"images":[]}');
  const query = { limit: "2", before: "a&b" };
  expect(await requestJson("GET /api/images", { query })).toEqual({ images: [] });
  await requestJson("DELETE /api/batches/:id", { id: "a/b?" }).catch(() => {});

  expect(asked).toEqual(["GET /api/images?limit=2&before=a%26b", "DELETE /api/batches/a%2Fb%3F"]);
});

test.each([
  ["lacks what the contract has", "{}", /images/],
  ["has more than the contract", '{"images":[],"more":1}', /more/],
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
  [
    "<h1>Not here</h1>",
    { status: 404, code: "unknown", message: "The server answered 404. Try again.", field: null },
  ],
])(
  "a refusal is thrown in the server's words, and a proxy's page in ours: %s",
  async (answer, error) => {
    await serve(404, answer);
    await expect(requestJson("GET /api/images")).rejects.toMatchObject(error);
  },
);
