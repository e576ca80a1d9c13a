import * as z from "zod";
import { handle } from "#app/api/handle.ts";
import { followEvents } from "#lib/events/follow-events.server.ts";
import { resetEventType } from "#lib/generation/studio-event.ts";
import { eventStreamResponse, type ServerSentEvent } from "#lib/platform/event-stream.ts";
import { parseRequest } from "#lib/platform/http.server.ts";

const afterSchema = z.object({
  after: z.coerce
    .number("after is the number of an event.")
    .int("after is the number of an event.")
    .min(0, "after is the number of an event.")
    .max(2_147_483_647, "after is the number of an event."),
});

/** The owner's events after a cursor, without an end. On a reconnect the browser's Last-Event-ID wins. */
export const GET = handle(async ({ request, query, services, userId }) => {
  const cursor = request.headers.get("last-event-id") ?? query.get("after") ?? undefined;
  const { after } = parseRequest(afterSchema, { after: cursor });

  const abort = new AbortController();
  const end = () => abort.abort();
  request.signal.addEventListener("abort", end);
  services.stopping.addEventListener("abort", end);
  abort.signal.addEventListener("abort", () => services.stopping.removeEventListener("abort", end));
  if (request.signal.aborted || services.stopping.aborted) end();

  const { waker, database } = services;
  const stored = followEvents({
    client: database.client,
    waker,
    userId,
    after,
    signal: abort.signal,
  });
  return eventStreamResponse(toServerSentEvents(stored), { abort });
});

async function* toServerSentEvents(
  stored: ReturnType<typeof followEvents>,
): AsyncGenerator<ServerSentEvent> {
  for await (const event of stored) {
    yield event === "reset"
      ? { type: resetEventType, data: {} }
      : { id: event.sequence, type: event.type, data: event.data };
  }
}
