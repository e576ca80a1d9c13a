import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { type AttemptCommand, isEnded } from "#lib/generation/attempt/attempt-transition.ts";
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
import { describeError, log } from "#lib/platform/log/log.server.ts";

interface LeasedChange extends Omit<AttemptChange, "from" | "fence" | "command"> {
  command: AttemptCommand;
}

/** An attempt while a runner holds it: it knows its state, renews its lease, and notices when it is lost. */
export interface AttemptLease {
  readonly claim: ClaimedAttempt;
  state(): AttemptState;
  /**
   * Carries out a transition from the present state. False when the attempt is no longer ours, or the database
   * cannot say: from then on nothing is written but the spool.
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
  { claim, state: leasedFrom }: { claim: ClaimedAttempt; state: AttemptState },
): AttemptLease {
  const about = { attempt: claim.id, generation: claim.generationId };
  let state = leasedFrom;
  let isLost = false;

  const renewal = setInterval(
    async () => {
      // What had ended has no lease: only the fence says whose it is.
      if (isEnded(leasedFrom)) return;
      try {
        if (!(await renewLease(client, claim))) isLost = true;
      } catch (error) {
        // The gateway goes on answering, and is paid: the fence decides later who may write.
        log("warn", "lease not renewed", { ...about, error: describeError(error) });
      }
    },
    (leaseSeconds * 1_000) / 3,
  );

  return {
    claim,
    state: () => state,
    async change(change) {
      if (isLost) return false;
      try {
        const next = await changeAttempt(client, claim, {
          ...change,
          from: state,
          fence: claim.fence,
        });
        if (next) state = next;
        else isLost = true;
      } catch (error) {
        isLost = true;
        log("error", "attempt not written", {
          ...about,
          command: change.command,
          error: describeError(error),
        });
      }
      return !isLost;
    },
    async tell(set, also) {
      if (isLost) return;
      const more = also ? { also } : {};
      const change = { from: state, fence: claim.fence, command: null, set, ...more } as const;
      try {
        const isOurs = await changeAttempt(client, claim, {
          ...change,
          event: "attempt-updated",
        });
        if (!isOurs) isLost = true;
      } catch (error) {
        log("warn", "attempt not told", { ...about, error: describeError(error) });
      }
    },
    release: () => clearInterval(renewal),
  };
}
