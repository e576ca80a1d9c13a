import { eventPing } from "#lib/platform/event-ping.ts";

/** One server-sent event; `data` is sent as JSON. */
export interface ServerSentEvent {
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

/**
 * Answers with a stream of events, and a ping every 15 s. When the reader goes, or `signal`
 * aborts, the loop over `events` is left, so that its `finally` runs.
 */
export function eventStreamResponse(
  events: AsyncIterable<ServerSentEvent>,
  { abort }: { abort: AbortController },
): Response {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  let ping: ReturnType<typeof setInterval>;

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(": open\n\n"));
      const text = encoder.encode(encodeEvent({ type: eventPing.type, data: {} }));
      ping = setInterval(() => controller.enqueue(text), eventPing.everyMs);
      abort.signal.addEventListener("abort", () => clearInterval(ping));
    },
    async pull(controller) {
      const next = await iterator.next();
      if (!next.done) return controller.enqueue(encoder.encode(encodeEvent(next.value)));

      clearInterval(ping);
      controller.close();
    },
    cancel() {
      clearInterval(ping);
      abort.abort();
    },
  });
  return new Response(stream, { headers });
}

function encodeEvent({ id, type, data }: ServerSentEvent): string {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return `${idLine}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
