import { imageRequestSchema } from "#lib/engine/image-request.ts";
import {
  type AttemptState,
  attemptStateSchema,
  engineIdSchema,
} from "#lib/generation/attempt-state.ts";
import { type ClaimedAttempt, leaseSeconds } from "#lib/generation/claim-attempt.server.ts";
import { type HeldAttempt, holdAttempt } from "#lib/generation/held-attempt.server.ts";
import { createPictureKeeper } from "#lib/generation/picture-keeper.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import { isPaid } from "#lib/generation/stop-generation.server.ts";
import { pictureWordsSchema } from "#lib/generation/store-picture.server.ts";

/**
 * Takes over what runners left behind: attempts whose lease ran out, by the database's clock, and spooled pictures of
 * attempts that were declared unknown. Run at start and every 15 s; several processes may do so at once.
 */
export async function recoverAttempts(
  context: RunContext,
  { owner }: { owner: string },
): Promise<void> {
  const expired = await context.client.$queryRaw<{ id: string; fence: number }[]>`
    SELECT id::text, fence FROM "Attempt"
    WHERE state IN ('claimed', 'sending', 'receiving', 'storing') AND "leaseUntil" < clock_timestamp()
    ORDER BY position`;
  for (const attempt of expired) {
    if (await takeOver(context, { ...attempt, owner })) await recoverAttempt(context, attempt.id);
  }
  await adoptLatePictures(context);
}

/** Raises the fence, so that the former holder can write no more. False when it renewed, or another took over. */
async function takeOver(
  { client }: RunContext,
  { id, fence, owner }: { id: string; fence: number; owner: string },
): Promise<boolean> {
  const count = await client.$executeRaw`
    UPDATE "Attempt" SET
      fence = fence + 1,
      "leaseOwner" = ${owner},
      "leaseUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id = ${id}::uuid AND fence = ${fence}::int AND "leaseUntil" < clock_timestamp()`;
  return count > 0;
}

async function recoverAttempt(context: RunContext, id: string): Promise<void> {
  context.reach("taken-over");
  const { claim, state } = await readAttempt(context, id);
  const held = holdAttempt(context.client, { claim, paid: isPaid(claim.engine), state });
  try {
    if (state === "claimed")
      await held.change({ command: "release", set: () => noLease, event: "attempt-queued" });
    else if (!(await adoptSpool(context, held))) await endInterrupted(held);
  } finally {
    held.letGo();
    await context.partials.remove(id);
    context.reach("recovered");
  }
}

/** A picture in the spool is proof: it is kept, whatever became of its runner. False when there is none. */
async function adoptSpool(context: RunContext, held: HeldAttempt): Promise<boolean> {
  const entries = await context.spool.read(held.claim.id);
  if (entries.length === 0) return false;
  context.reach("adopting");

  const engine = await context.engine(held.claim.engine);
  const keeper = createPictureKeeper(context, { held, engine });
  await keeper.adopt(entries, (entry) => pictureWordsSchema.parse(entry.meta));
  await keeper.keepAll();
  return true;
}

async function endInterrupted(held: HeldAttempt): Promise<void> {
  if (!held.paid) {
    await held.change({
      command: "repeat",
      set: () => ({ ...noLease, sentAt: null }),
      event: "attempt-queued",
    });
    return;
  }

  const error = { errorCode: "interrupted", errorDetail: null };
  if (held.state() === "storing") {
    const errorMessage = "The picture had arrived, but its file is gone from the spool folder.";
    await held.change({
      command: "fail",
      set: () => ({ ...error, errorMessage, charged: "likely" }),
      event: "attempt-ended",
    });
    return;
  }
  const errorMessage = "The studio was interrupted while the gateway was working on this.";
  await held.change({
    command: "lose",
    set: () => ({ ...error, errorMessage }),
    event: "attempt-ended",
  });
}

/** A runner that lost its attempt goes on spooling: such a picture settles what was unknown. */
async function adoptLatePictures(context: RunContext): Promise<void> {
  const ids = await context.spool.list();
  if (ids.length === 0) return;

  const rows = await context.client.attempt.findMany({
    where: { id: { in: ids }, state: { in: ["unknown", "succeeded"] } },
    select: { id: true, state: true, errorCode: true },
  });
  for (const { id, state } of rows) {
    if (state === "succeeded") {
      await context.spool.remove(id);
      continue;
    }
    const { claim } = await readAttempt(context, id);
    const held = holdAttempt(context.client, {
      claim,
      paid: isPaid(claim.engine),
      state: "unknown",
    });
    await adoptSpool(context, held).finally(() => held.letGo());
  }
}

async function readAttempt(
  { client }: RunContext,
  id: string,
): Promise<{ claim: ClaimedAttempt; state: AttemptState }> {
  const { generation, state, ...attempt } = await client.attempt.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      generationId: true,
      fence: true,
      state: true,
      unsentCount: true,
      refusedCount: true,
      generation: { select: { userId: true, engine: true, parameters: true } },
    },
  });
  const claim = {
    ...attempt,
    userId: generation.userId,
    engine: engineIdSchema.parse(generation.engine),
    request: imageRequestSchema.parse(generation.parameters),
  };
  return { claim, state: attemptStateSchema.parse(state) };
}

const noLease = { leaseOwner: null, leaseUntil: null };
