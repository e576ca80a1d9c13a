import { createServer } from "node:http";
import { type APIRequestContext, expect, type Page } from "playwright/test";
import { gatewayAddress } from "../fixtures/studio-api.ts";

/** A model of a list. */
export interface Listed {
  id: string;
  name?: string;
  provider?: string;
  pricing?: object;
}

/** A gateway with a list of its own, which refuses every picture and remembers what it was asked. */
async function startGateway(models: readonly Listed[] | null) {
  const asked: unknown[] = [];
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    const send = (status: number, answer: unknown) =>
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify(answer));
    if (request.method === "GET" && models) return send(200, { data: models });
    if (request.method === "GET") return send(404, { error: { message: "Not found" } });
    asked.push(JSON.parse(body));
    send(400, { error: { code: "validation_error", message: "Not today." } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = Object(server.address());
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

/** Opens the studio with a gateway of these models. */
export async function openWith(
  { page, request }: { page: Page; request: APIRequestContext },
  url: string,
  models: readonly Listed[] | null,
) {
  const gateway = await startGateway(models);
  const change = { baseUrl: gateway.url, apiKey: "rsk_any" };
  const answer = await request.patch(`${url}${gatewayAddress}`, {
    data: change,
    headers: { Origin: url },
  });
  expect(answer.status()).toBe(200);
  // A page waits for a list as long as people would; a long one is asked for on.
  const offered = async () => {
    const { offers } = await (await request.get(`${url}/api/models`)).json();
    return offers[0].models.length;
  };
  if (models) await expect.poll(offered).toBeGreaterThan(0);
  await page.goto("/");
  return gateway;
}
