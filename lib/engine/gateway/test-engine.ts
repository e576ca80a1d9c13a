import { afterAll } from "vitest";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import type { GatewayEngineOptions } from "#lib/engine/gateway/gateway-engine.server.ts";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import type { EngineEvent, ImageEngine } from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";

interface Run {
  engine?: ImageEngine;
  request?: Partial<ImageRequest>;
  signal?: AbortSignal;
}

/** A fake gateway for the tests of one file, closed after them, and engines that ask it. */
export async function startTestEngine() {
  const gateway = await startFakeGateway();
  afterAll(() => gateway.close());
  let keys = 0;

  function createEngine(options: Partial<GatewayEngineOptions> = {}): ImageEngine {
    return createTestEngine(gateway, options);
  }

  /** Everything that an engine tells of one request, with the key it was sent with. */
  async function run(prompt: string, { engine, request, signal }: Run = {}) {
    keys += 1;
    const idempotencyKey = `key-${keys}`;
    const events: EngineEvent[] = [];
    const options = { signal: signal ?? new AbortController().signal, idempotencyKey };
    let error: unknown = null;

    try {
      const asked = { prompt, size: "64x64", ...request };
      for await (const event of (engine ?? createEngine()).generate(asked, options)) {
        events.push(event);
      }
    } catch (thrown) {
      error = thrown;
    }
    const charges = gateway
      .ledger()
      .charges.filter((charge) => charge.idempotencyKey === idempotencyKey);
    const requests = gateway
      .ledger()
      .requests.filter((sent) => sent.idempotencyKey === idempotencyKey);
    return { events, types: events.map(({ type }) => type), error, charges, requests };
  }

  return { gateway, createEngine, run };
}
