import type { Random } from "../random.ts";
import type { History } from "./history.ts";

/** What a client works with. */
export interface ClientContext {
  /** Its number, which makes its keys and prompts its own. */
  client: number;
  /** Where the studio can be spoken to: one address for each process. */
  addresses: readonly string[];
  random: Random;
  history: History;
  /** Aborts when no more is to be started; what was started is seen through to its answer. */
  closing: AbortSignal;
  /** What the next crash needs somebody to press. */
  wanted(): "stop" | "retry" | null;
  /** Opens a gate of the gateway. */
  release(gate: string): void;
}
