import type { StudioActions } from "#components/studio/actions/studio-actions.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { holdPresses } from "#components/studio/draft/pending-changes.ts";

/** The actions, before their code has come: each waits for it, and presses of the draft for those that fill it. */
export function deferActions(
  load: () => Promise<StudioActions>,
  draftStore: DraftStore,
): StudioActions {
  const fill = (run: (actions: StudioActions) => void) => holdPresses(draftStore, load().then(run));
  return {
    stop: async (...given) => (await load()).stop(...given),
    retry: async (...given) => (await load()).retry(...given),
    save: async (...given) => (await load()).save(...given),
    askGateway: async (...given) => (await load()).askGateway(...given),
    stopStreaming: async (...given) => (await load()).stopStreaming(...given),
    resume: async () => (await load()).resume(),
    runAgain: async (...given) => (await load()).runAgain(...given),
    vary: async (...given) => (await load()).vary(...given),
    remix: (...given) => fill((actions) => actions.remix(...given)),
    useAsReference: (...given) => fill((actions) => actions.useAsReference(...given)),
    remove: async (...given) => (await load()).remove(...given),
    copyPrompt: async (...given) => (await load()).copyPrompt(...given),
  };
}
