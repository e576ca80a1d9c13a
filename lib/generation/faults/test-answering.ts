import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";
import type { TestStudio } from "#lib/generation/faults/test-studio.ts";

/** From now on the studio's gateway answers all that it is asked like this. */
export function answerAlways({ context, gateway }: TestStudio, answer: () => Response): void {
  const engine = createGatewayEngine({
    apiKey: gateway.apiKey,
    baseUrl: gateway.url,
    stream: true,
    deadlineMs: 300_000,
    resultsOverHttp: false,
    fetch: async () => answer(),
  });
  context.engine = async () => engine;
}
