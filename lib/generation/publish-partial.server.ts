import { appendEvents } from "#lib/events/append-events.server.ts";
import type { ClaimedAttempt } from "#lib/generation/claim-attempt.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import { describeError, log } from "#lib/platform/log.server.ts";
import { makePartial } from "#lib/storage/picture.server.ts";

/**
 * Puts a partial picture where browsers can look at it, and tells them. A partial is worth nothing by itself: one
 * that cannot be shown is passed over, with a line in the log.
 */
export async function publishPartial(
  { client, partials }: Pick<RunContext, "client" | "partials">,
  { claim, bytes }: { claim: ClaimedAttempt; bytes: Uint8Array },
): Promise<void> {
  const { id, generationId, userId } = claim;
  try {
    await partials.put(id, await makePartial(bytes));
    const event = { type: "image-partial", generationId, attemptId: id, version: Date.now() };
    await client.$transaction((transaction) =>
      appendEvents(transaction, { userId, events: [event] }),
    );
  } catch (error) {
    log("warn", "partial picture not shown", { attempt: id, error: describeError(error) });
  }
}
