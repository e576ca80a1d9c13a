import type { PartialPlace } from "#lib/contract/studio-event.ts";
import type { EngineEvent } from "#lib/engine/image-engine.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { makePartial } from "#lib/storage/codec/image.server.ts";

type Partial = Pick<Extract<EngineEvent, { type: "partial" }>, "bytes" | "of">;

/** Shows an attempt's partial pictures while the answer is read on. */
export interface PartialPublisher {
  /** Shows this one as soon as the one before it is shown; of several that wait only the latest is. */
  show(partial: Partial): void;
  /** Shows no more: the picture itself is there, and needs the processor. */
  stop(): void;
  /** Waits for the one under way, and removes what was shown. */
  close(): Promise<void>;
}

/**
 * Puts partials where browsers can look at them, and tells the browsers. A partial is worth nothing by itself: it
 * never holds up the answer, and one that cannot be shown is passed over, with a line in the log.
 */
export function createPartialPublisher(
  { client, partials }: Pick<RunContext, "client" | "partials">,
  { id, generationId, userId }: ClaimedAttempt,
): PartialPublisher {
  const about = { attempt: id, generation: generationId };
  let waiting: { bytes: Uint8Array; place: PartialPlace | null } | null = null;
  let count = 0;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const publish = async ({ bytes, place }: NonNullable<typeof waiting>) => {
    try {
      await partials.put(id, await makePartial(bytes));
      if (isStopped) return;
      await client.$transaction((transaction) =>
        appendEvents(transaction, {
          userId,
          events: [
            { type: "image-partial", generationId, attemptId: id, version: Date.now(), place },
          ],
        }),
      );
    } catch (error) {
      log("warn", "partial picture not shown", { ...about, error: describeError(error) });
    }
  };
  const run = async () => {
    while (waiting && !isStopped) {
      const next = waiting;
      waiting = null;
      await publish(next);
    }
    running = null;
  };

  return {
    show({ bytes, of = 0 }) {
      if (isStopped) return;
      count++;
      // Of a gateway that sends more than it was asked for nobody knows how many there will be.
      waiting = { bytes, place: count <= of ? { number: count, of } : null };
      running ??= run();
    },
    stop() {
      isStopped = true;
    },
    async close() {
      isStopped = true;
      await running;
      await partials
        .remove(id)
        .catch((error) =>
          log("warn", "partial picture not removed", { ...about, error: describeError(error) }),
        );
    },
  };
}
