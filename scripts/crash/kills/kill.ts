import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";

/** How a server's life is to end. */
export type KillOrder =
  /** By itself, when it reaches this failpoint for the nth time; an heir is one that was asked for by name. */
  | { place: Failpoint; nth: number; isHeir?: true }
  /** From outside, when it is ready and so many more events have come, and so many milliseconds later. */
  | { place: "random"; afterEvents: number; afterMs: number }
  /** From outside, so many milliseconds after its process was started. */
  | { place: "start-up"; afterMs: number };

/** A server that was killed. */
export interface Kill {
  at: number;
  place: KillOrder["place"];
  pid: number;
}
