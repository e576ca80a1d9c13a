import * as z from "zod";
import { handle } from "#app/api/handle.ts";
import { resetEventType } from "#lib/contract/reset-event.ts";
import type { LoggedEvent } from "#lib/events/event-tail.ts";
import { encodeEvent, eventStreamResponse } from "#lib/platform/http/event-stream.ts";
import { parseRequest } from "#lib/platform/http/http.server.ts";
import type { MessageKey } from "#messages/messages.ts";

const afterSchema = z.object({
  after: z.coerce
    .number("refusals.eventNumber" satisfies MessageKey)
    .int("refusals.eventNumber" satisfies MessageKey)
    .min(0, "refusals.eventNumber" satisfies MessageKey)
    .max(2_147_483_647, "refusals.eventNumber" satisfies MessageKey),
});

const reset = encodeEvent({ type: resetEventType, data: {} });

/**
 * The owner's events after a cursor, without an end. On a reconnect the browser's Last-Event-ID wins. A device that is told of presses that end
 * names itself: while it follows, it needs no telling.
 */
export const GET = handle(async ({ request, query, services, userId }) => {
  const cursor = request.headers.get("last-event-id") ?? query.get("after") ?? undefined;
  const { after } = parseRequest(afterSchema, { after: cursor });

  const abort = new AbortController();
  request.signal.addEventListener("abort", () => abort.abort());
  if (request.signal.aborted) abort.abort();
  const events = services.events.follow({ userId, after, signal: abort.signal });
  const device = query.get("device");
  if (device) services.push.watch.begin(device, abort.signal);
  return eventStreamResponse(toFrames(events), { abort });
});

async function* toFrames(events: AsyncIterable<LoggedEvent | "reset">): AsyncGenerator<Uint8Array> {
  for await (const event of events) yield event === "reset" ? reset : event.frame;
}
