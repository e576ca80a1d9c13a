import type { EventWaker } from "#lib/events/event-waker.server.ts";
import { oneAtATime } from "#lib/events/one-at-a-time.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { createWatch, type Watch } from "#lib/push/create-watch.ts";
import type { PushContext } from "#lib/push/push-context.ts";
import { tellDevices } from "#lib/push/tell-devices.server.ts";

export interface Push {
  /** For what changes which devices are told. */
  context: PushContext;
  watch: Watch;
  /** Sends nothing more; resolves when nothing is under way. */
  close(): Promise<void>;
}

interface PushOptions {
  userId: string;
  waker: EventWaker;
  /** Events come in bursts, and each may be the end of a press: they are looked through together. */
  pauseMs?: number;
}

/** Tells a user's devices of presses that end, from now on. A failure is logged: the next event makes up for it. */
export function startPush(
  context: PushContext,
  { userId, waker, pauseMs = 1_000 }: PushOptions,
): Push {
  const closing = new AbortController();
  const { signal } = closing;
  const watch = createWatch();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling = Promise.resolve();

  const look = oneAtATime(() =>
    tellDevices(context, { userId, watch, signal }).catch((error) =>
      log("warn", "devices were not told", { error: describeError(error) }),
    ),
  );
  const unsubscribe = waker.subscribe(userId, () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      telling = look();
    }, pauseMs);
  });

  return {
    context,
    watch,
    async close() {
      unsubscribe();
      clearTimeout(timer);
      closing.abort();
      await telling;
    },
  };
}
