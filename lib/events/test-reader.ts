import { onTestFinished } from "vitest";
import type { EventHub } from "#lib/events/event-hub.server.ts";

/** Somebody who reads a log, as fast as they are let. */
export interface TestReader {
  /** The cursor it began with. */
  after: number;
  /** What it was given. */
  seen: (number | "reset")[];
  /** Takes nothing more until it resumes. */
  pause(): void;
  resume(): void;
  leave(): void;
  hasLeft(): boolean;
  /** Resolves once it was given this event, or has ended. */
  reached(sequence: number): Promise<void>;
  ended: Promise<void>;
}

/**
 * Joins a hub, and throws what it throws. With the test it leaves, and its last look at the log is waited for: it would
 * find the rows of the next test.
 */
export function joinHub(
  hub: EventHub,
  { userId, after }: { userId: string; after: number },
): TestReader {
  const leaving = new AbortController();
  const seen: TestReader["seen"] = [];
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  let onEvent = () => {};
  const events = hub.follow({ userId, after, signal: leaving.signal });

  async function read(): Promise<void> {
    for await (const event of events) {
      seen.push(event === "reset" ? event : event.sequence);
      onEvent();
      await gate.promise;
    }
  }
  const ended = read();
  const leave = () => {
    leaving.abort();
    gate.resolve();
  };
  onTestFinished(() => {
    leave();
    return ended;
  });

  return {
    after,
    seen,
    ended,
    pause() {
      gate.resolve();
      gate = Promise.withResolvers();
    },
    resume: () => gate.resolve(),
    leave,
    hasLeft: () => leaving.signal.aborted,
    async reached(sequence) {
      const arrived = new Promise<void>((resolve) => {
        onEvent = () => {
          if (seen.includes(sequence)) resolve();
        };
        onEvent();
      });
      await Promise.race([arrived, ended]);
    },
  };
}
