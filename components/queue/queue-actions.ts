import type { GenerationView } from "#lib/contract/generation-view.ts";

/** What can be done to what is made and what waits. Each says by itself how it went. */
export interface QueueActions {
  /** Stops waiting, or hangs up on what was asked to stop before. Resolves when the press was answered, or was not. */
  stop: (generation: GenerationView, options: { hangsUp: boolean }) => Promise<void>;
  retry: (generation: GenerationView, attemptIds: readonly string[]) => void;
  /** Asks a gateway again, after what it waited for was seen to. */
  resume: (gatewayId: string) => void;
}

/** What can be done to all of the queue as well. */
export interface WholeQueueActions extends QueueActions {
  /** Stops waiting for all of it. Resolves as `stop`. */
  stopAll: () => Promise<void>;
}
