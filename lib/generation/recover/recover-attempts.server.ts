import pLimit from "p-limit";
import { leaseSeconds } from "#lib/generation/attempt/claim-attempt.server.ts";
import { adoptLateImages } from "#lib/generation/recover/adopt-late-images.server.ts";
import { type ExpiredAttempt, findExpired } from "#lib/generation/recover/find-expired.server.ts";
import { recoverAttempt } from "#lib/generation/recover/recover-attempt.server.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import { tellElsewhere } from "#lib/generation/recover/tell-elsewhere.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/** At once, so that an address which never answers holds up no other picture. */
const recoveriesMax = 4;

interface RecoverOptions {
  owner: string;
  /**
   * Whether this process is carrying an attempt out. Then it is not taken over, though its lease ran out: the machine
   * slept, or its clock was set, and the next renewal mends that.
   */
  isInHand?: (attemptId: string) => boolean;
}

/**
 * Takes over what runners left behind: attempts whose lease ran out, and spooled pictures of attempts that had
 * ended without one. What may lie in another machine's folder is left to that one. Run at start and every 15 s; several processes may do so at once.
 */
export async function recoverAttempts(
  context: RunContext,
  { owner, isInHand = () => false }: RecoverOptions,
): Promise<void> {
  const expired = await findExpired(context);
  const round = { isStoreDown: false };
  const limit = pLimit(recoveriesMax);

  await Promise.all(
    expired
      .filter(({ id }) => !isInHand(id))
      .map((attempt) => limit(() => recoverOne(context, { attempt, owner, round }))),
  );
  if (!round.isStoreDown) await adoptLateImages(context, { round, isInHand });
}

/** What goes wrong with one is logged, and is no reason to leave the others; the next round tries it again. */
async function recoverOne(
  context: RunContext,
  { attempt, owner, round }: { attempt: ExpiredAttempt; owner: string; round: RecoveryRound },
): Promise<void> {
  if (round.isStoreDown && attempt.state === "storing") return;

  try {
    if (attempt.isElsewhere) return await tellElsewhere(context, attempt);
    const fence = await takeOver(context, { ...attempt, owner });
    if (fence !== null) await recoverAttempt(context, { id: attempt.id, fence, round });
  } catch (error) {
    log("error", "an attempt was not recovered", {
      attempt: attempt.id,
      generation: attempt.generationId,
      error: describeError(error),
    });
  }
}

/** Raises the fence, so that the former holder can write no more. Null when it renewed, or another took over. */
async function takeOver(
  { client }: RunContext,
  { id, fence, owner }: { id: string; fence: number; owner: string },
): Promise<number | null> {
  const [taken] = await client.$queryRaw<{ fence: number }[]>`
    UPDATE "Attempt" SET
      fence = fence + 1,
      "leaseOwner" = ${owner},
      "leaseUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id = ${id}::uuid AND fence = ${fence}::int AND "leaseUntil" < clock_timestamp()
    RETURNING fence`;
  return taken?.fence ?? null;
}
