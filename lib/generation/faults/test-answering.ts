import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import type { TestStudio } from "#lib/generation/faults/test-studio.ts";

/** From now on the studio's gateway answers all that it is asked like this. */
export function answerAlways({ context, gateway }: TestStudio, answer: () => Response): void {
  const engine = createTestEngine(gateway, { fetch: async () => answer() });
  context.engine = async () => engine;
}
