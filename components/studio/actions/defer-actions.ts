import type { LateActions } from "#components/studio/actions/studio-actions.ts";

/** Actions, before their code has come: each waits for it. */
export function deferActions(load: () => Promise<LateActions>): LateActions {
  return {
    stop: async (...given) => (await load()).stop(...given),
    retry: async (...given) => (await load()).retry(...given),
    save: async (...given) => (await load()).save(...given),
    askGateway: async (...given) => (await load()).askGateway(...given),
    stopStreaming: async (...given) => (await load()).stopStreaming(...given),
    resume: async (gatewayId) => (await load()).resume(gatewayId),
    runAgain: async (...given) => (await load()).runAgain(...given),
    vary: async (...given) => (await load()).vary(...given),
    remove: async (...given) => (await load()).remove(...given),
    copyPrompt: async (...given) => (await load()).copyPrompt(...given),
  };
}
