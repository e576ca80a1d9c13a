import { onTestFinished } from "vitest";
import { type FakeGateway, startFakeGateway } from "./start-fake-gateway.ts";
import type { FakeGatewayOptions } from "./state.ts";

/** A gateway for one test, closed at its end. */
export async function start(options: FakeGatewayOptions = {}): Promise<FakeGateway> {
  const gateway = await startFakeGateway(options);
  onTestFinished(() => gateway.close());
  return gateway;
}

/** Asks it for small pictures. */
export function ask(
  { url, apiKey }: FakeGateway,
  body: object,
  { key = apiKey, idempotencyKey = "one" } = {},
): Promise<Response> {
  return fetch(`${url}/v1/images/generations`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify({ size: "64x64", ...body }),
  });
}

/** The events of a stream that has ended. */
export async function eventsOf(response: Response) {
  const blocks = (await response.text()).split("\n\n").filter((block) => block.includes("data: "));

  return blocks.map((block) => {
    const data = block.slice(block.indexOf("data: ") + 6);
    return data === "[DONE]" ? data : JSON.parse(data);
  });
}
