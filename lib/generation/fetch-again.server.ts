import { attemptStateSchema } from "#lib/contract/attempt-state.ts";
import { acquireLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { imageWordsSchema } from "#lib/generation/attempt/image-words.ts";
import { readAttempt } from "#lib/generation/attempt/read-attempt.server.ts";
import { readUnfetched } from "#lib/generation/attempt/unfetched-image.ts";
import { createImageStorer } from "#lib/generation/store/image-storer.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";

interface Requested {
  id: string;
  fence: number;
  state: string;
  unfetched: unknown;
}

/**
 * Fetches, from the addresses that their attempts kept, the pictures for which "Fetch again" was pressed. A GET, and free:
 * the gateway is not asked for a picture again. An attempt that had ended without one then succeeds; else it says anew
 * why not. Several processes may do so at once.
 */
export async function fetchAgain(context: RunContext): Promise<void> {
  for (;;) {
    const requested = await takeRequested(context);
    if (!requested) return;
    await fetchOne(context, requested);
  }
}

/** Raises the fence, so that of two who fetch one picture only the later may write. */
async function takeRequested({ client }: RunContext): Promise<Requested | null> {
  const [requested] = await client.$queryRaw<Requested[]>`
    UPDATE "Attempt" SET fence = fence + 1, "fetchRequestedAt" = NULL
    WHERE id = (
      SELECT id FROM "Attempt"
      WHERE "fetchRequestedAt" IS NOT NULL AND state IN ('failed', 'unknown')
      ORDER BY "fetchRequestedAt"
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id::text, fence, state, unfetched`;
  return requested ?? null;
}

async function fetchOne(
  context: RunContext,
  { id, fence, state, unfetched }: Requested,
): Promise<void> {
  const { claim } = await readAttempt(context.client, id);
  const lease = acquireLease(context.client, {
    claim: { ...claim, fence },
    state: attemptStateSchema.parse(state),
  });
  const engine = await context.engine(claim.gatewayId);
  const storer = createImageStorer(context, { lease, engine });
  try {
    const spooled = await context.spool.read(id);
    const entries = readUnfetched(unfetched).map(({ index, words }) => {
      // What a press before has fetched is here: its address may have expired since.
      return spooled.find((entry) => entry.index === index) ?? { index, meta: words };
    });
    await storer.adopt(entries, { wordsOf: ({ meta }) => imageWordsSchema.parse(meta) });
    await storer.keepAll();
  } finally {
    lease.release();
  }
}
