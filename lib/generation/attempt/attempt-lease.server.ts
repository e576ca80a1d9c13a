import { type AttemptState, attemptStateSchema } from "#lib/contract/attempt-state.ts";
import {
  type AttemptCommand,
  isEnded,
  nextAttemptState,
} from "#lib/generation/attempt/attempt-transition.ts";
import {
  type AttemptChange,
  changeAttempt,
} from "#lib/generation/attempt/change-attempt.server.ts";
import {
  type ClaimedAttempt,
  leaseSeconds,
  renewLease,
} from "#lib/generation/attempt/claim-attempt.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { isDatabaseLost } from "#lib/platform/database/is-database-lost.server.ts";
import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/** A database that is away for so long, a second between two tries, costs no word of a gateway's. */
export const patientTries = { timesMax: 60 };

interface LeasedChange extends Omit<AttemptChange, "from" | "fence" | "command"> {
  command: AttemptCommand;
  /** Whether the gateway is still being read, which waits for no database: what cannot be written now falls to the next change. */
  isReading?: boolean;
}

/** An attempt while a runner holds it: it knows its state, renews its lease, and notices when it is lost. */
export interface AttemptLease {
  readonly claim: ClaimedAttempt;
  state(): AttemptState;
  /** Whether it is another's by now, or the database was away for too long: nothing is written any more but the spool. */
  isLost(): boolean;
  /**
   * Carries out a transition from the present state, again while the database is away. False when it was not: the
   * attempt is lost, or the gateway is still being read.
   */
  change(change: LeasedChange): Promise<boolean>;
  /**
   * Writes something about the attempt as it is, and tells the browsers. That it cannot be written is logged, and
   * costs nothing else: the attempt stays ours.
   */
  tell(set: NonNullable<AttemptChange["set"]>, also?: AttemptChange["also"]): Promise<void>;
  /** Stops renewing; what was not finished falls to the recovery when the lease runs out. */
  release(): void;
}

/** Holds a claimed attempt, in one of the states that a runner drives. */
export function acquireLease(
  client: PrismaClient,
  { claim, state: first }: { claim: ClaimedAttempt; state: AttemptState },
): AttemptLease {
  const about = { attempt: claim.id, generation: claim.generationId };
  let state = first;
  let isLost = false;
  /** Of a commit whose answer was lost only the row says whether it was done. */
  let isUnsure = false;

  /** What comes to the same when it is done twice. */
  const write = async (change: Omit<AttemptChange, "from" | "fence">): Promise<boolean> => {
    const from = state;
    const { command } = change;
    const to = await changeAttempt(client, claim, { ...change, from, fence: claim.fence }).catch(
      (error) => {
        isUnsure = true;
        throw error;
      },
    );
    const written = to ?? (isUnsure ? await readState(client, claim) : null);
    if (written === null || (to === null && written === from)) {
      isLost = true;
      return false;
    }

    state = written;
    if (to || (command && written === nextAttemptState(from, command, claim))) return true;
    return (!command || nextAttemptState(written, command, claim) !== null) && write(change);
  };
  const renewal = isEnded(first)
    ? undefined
    : renewRegularly(client, claim, () => {
        isLost = true;
      });

  return {
    claim,
    state: () => state,
    isLost: () => isLost,
    async change({ isReading = false, ...change }) {
      if (isLost) return false;
      try {
        return await retryWhileLost(
          () => write(change),
          isReading ? { timesMax: 1 } : patientTries,
        );
      } catch (error) {
        if (!isReading || !isDatabaseLost(error)) isLost = true;
        log("error", "attempt not written", {
          ...about,
          command: change.command,
          error: describeError(error),
        });
        return false;
      }
    },
    async tell(set, also) {
      if (isLost) return;
      try {
        const more = also ? { also } : {};
        await write({ command: null, set, ...more, event: "attempt-updated" });
      } catch (error) {
        log("warn", "attempt not told", { ...about, error: describeError(error) });
      }
    },
    release: () => clearInterval(renewal),
  };
}

/** What had ended has no lease: then only the fence says whose it is. */
function renewRegularly(
  client: PrismaClient,
  claim: ClaimedAttempt,
  onLost: () => void,
): NodeJS.Timeout {
  return setInterval(
    async () => {
      try {
        if (!(await renewLease(client, claim))) onLost();
      } catch (error) {
        const about = { attempt: claim.id, generation: claim.generationId };
        // The gateway goes on answering, and is paid: the fence decides later who may write.
        log("warn", "lease not renewed", { ...about, error: describeError(error) });
      }
    },
    (leaseSeconds * 1_000) / 3,
  );
}

/** Null when it is another's. */
async function readState(
  client: PrismaClient,
  { id, fence }: ClaimedAttempt,
): Promise<AttemptState | null> {
  const row = await client.attempt.findFirst({ where: { id, fence }, select: { state: true } });
  return row && attemptStateSchema.parse(row.state);
}
