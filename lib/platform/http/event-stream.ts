import { eventPing } from "#lib/platform/http/event-ping.ts";

/** One server-sent event; `data` is sent as JSON. */
interface ServerSentEvent {
  id?: number;
  type: string;
  data: unknown;
}

/** `no-transform`, or Next gzips the stream and holds it back; the last header says the same to nginx. */
const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

const encoder = new TextEncoder();

/** The bytes of one event. They may be sent to any number of readers. */
export function encodeEvent({ id, type, data }: ServerSentEvent): Uint8Array {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(`${idLine}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

const openComment = encoder.encode(": open\n\n");
const ping = encodeEvent({ type: eventPing.type, data: {} });

/** The streams that are open, by what sends them a ping; one timer serves all. */
const open = new Set<() => void>();
let pinging: ReturnType<typeof setInterval> | undefined;

/**
 * Answers with a stream of encoded events, and a ping every 15 s. When the reader goes, or `signal` aborts, the loop over
 * `events` is left, so that its `finally` runs. A reader that takes nothing is asked for nothing more: what waits for
 * it is one event here, and what the socket holds.
 */
export function eventStreamResponse(
  events: AsyncIterable<Uint8Array>,
  { abort }: { abort: AbortController },
): Response {
  const iterator = events[Symbol.asyncIterator]();
  let stopPings = () => {};

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(openComment);
      stopPings = startPings(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(ping);
      });
      abort.signal.addEventListener("abort", stopPings);
      if (abort.signal.aborted) stopPings();
    },
    async pull(controller) {
      const next = await iterator.next();
      if (!next.done) return controller.enqueue(next.value);

      stopPings();
      controller.close();
    },
    cancel() {
      abort.abort();
    },
  });
  return new Response(stream, { headers });
}

function startPings(send: () => void): () => void {
  open.add(send);
  pinging ??= setInterval(() => {
    for (const sendPing of open) sendPing();
  }, eventPing.everyMs);

  return () => {
    open.delete(send);
    if (open.size > 0) return;
    clearInterval(pinging);
    pinging = undefined;
  };
}
