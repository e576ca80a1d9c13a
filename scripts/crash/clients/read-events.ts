import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { History } from "./history.ts";

export interface ReaderOptions {
  reader: number;
  addresses: readonly string[];
  random: Random;
  history: History;
  closing: AbortSignal;
}

/** One reader of the events. */
export interface EventReader {
  /** The sequence of the last event that came. */
  cursor(): number;
  /** Resolves after `closing`. */
  done: Promise<void>;
}

/** Follows the events from the very first on: after each crash, and now and then without one, it goes on from its last. */
export function readEvents(options: ReaderOptions): EventReader {
  let cursor = 0;

  async function follow(): Promise<void> {
    const { reader, addresses, random, history, closing } = options;
    while (!closing.aborted) {
      const leaving = AbortSignal.timeout(random.whole(2_000, 15_000));
      try {
        const response = await fetch(`${random.pick(addresses)}/api/events?after=0`, {
          headers: { "last-event-id": String(cursor) },
          signal: AbortSignal.any([closing, leaving]),
        });
        for await (const block of blocksOf(response)) {
          const sequence = Number(/^id: (\d+)$/m.exec(block)?.[1] ?? -1);
          const type = /^event: (.*)$/m.exec(block)?.[1];
          const json = /^data: (.*)$/m.exec(block)?.[1];
          // A ping is a sign of life and none of the log; a reset, which has no number either, is a gap.
          if (type === undefined || json === undefined || type === "ping") continue;

          history.receive({ reader, sequence, type, json });
          if (sequence > 0) cursor = sequence;
        }
      } catch {
        // It was killed, or we left: either way we come back with the last number we saw.
      }
      await wait(random.whole(10, 120));
    }
  }

  return { cursor: () => cursor, done: follow() };
}

async function* blocksOf(response: Response): AsyncGenerator<string> {
  let text = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (text + piece).split("\n\n");
    text = blocks.pop() ?? "";
    yield* blocks;
  }
}
