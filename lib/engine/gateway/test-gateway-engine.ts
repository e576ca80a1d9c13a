import type { FakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import {
  createGatewayEngine,
  type GatewayEngineOptions,
} from "#lib/engine/gateway/gateway-engine.server.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";

/** Asks the fake gateway, which may take its time: as a studio does, but for what a test says. */
export function createTestEngine(
  { apiKey, url }: Pick<FakeGateway, "apiKey" | "url">,
  options: Partial<GatewayEngineOptions> = {},
): ImageEngine {
  return createGatewayEngine({
    apiKey,
    baseUrl: url,
    stream: true,
    deadlineMs: 300_000,
    resultsOverHttp: false,
    ...options,
  });
}
