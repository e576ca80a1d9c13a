import { hostname } from "node:os";
import type { Gateway } from "#lib/gateways/gateway.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import {
  type ClaimedAttempt,
  type ClaimOptions,
  claimAttempt,
  type FreeGateway,
} from "#lib/generation/attempt/claim-attempt.server.ts";
import { logTransition } from "#lib/generation/attempt/log-transition.server.ts";
import { claimHalfOpen } from "#lib/generation/pause/claim-half-open.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import {
  type AttemptsInFlight,
  trackAttemptsInFlight,
} from "#lib/generation/run/attempts-in-flight.server.ts";
import { startFollowUps } from "#lib/generation/run/follow-ups.server.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";
import { serialize } from "#lib/generation/run/serialize.server.ts";
import { recoverChannel } from "#lib/generation/save-again.server.ts";
import { hangUpChannel } from "#lib/generation/stop-generation.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import type { Database, PrismaClient } from "#lib/platform/database/database.server.ts";

/** A notification can be lost; a look at the queue this often makes up for it, and finds what became due. */
const pollEveryMs = 2_000;
const recoverEveryMs = 15_000;

/** A database that was away for longer may have cost others their leases, which they renew soon after: none is taken from them then. */
const awayMs = 10_000;
const renewedAfterMs = 15_000;

/** Carries out the attempts of the queue in this process. */
export interface Runner {
  /** When it last looked at the queue and got an answer, by this machine's clock, and which gateways had a slot free. */
  status(): { lookedAt: Date; free: FreeGateway[] };
  /** Claims no more, waits for what is in flight, `graceMs` at most, and tells how many it left behind. */
  close(options: { graceMs: number }): Promise<number>;
}

interface RunnerOptions {
  context: RunContext;
  database: Database;
}

/** Starts claiming and recovering at once. */
export async function startRunner({ context, database }: RunnerOptions): Promise<Runner> {
  const owner = `${hostname()}:${process.pid}`;
  let isClosing = false;
  const looks = trackLooks();
  let gateways: Gateway[] = [];

  /** What the recovery left alone because it was in hand: it looks again when it is not. */
  const passedOver = new Set<string>();
  const inFlight = trackAttemptsInFlight({
    run: (options) => runAttempt(context, options),
    onEnd: (attemptId) => {
      claimAll();
      if (passedOver.delete(attemptId)) recover();
    },
  });
  const claimAll = serialize(async () => {
    gateways = (await context.gateways()).filter(isAnswered);
    while (!isClosing) {
      const free = inFlight.free(gateways).map(toFreeGateway);
      const claim =
        free.length > 0 &&
        (await context.hasRoom()) &&
        (await claimOne(context.client, { owner, gateways: free }));
      looks.add();
      if (!claim) return;

      inFlight.add(claim);
    }
  });
  const isInHand = (attemptId: string) => {
    const isHere = inFlight.has(attemptId);
    if (isHere) passedOver.add(attemptId);
    return isHere;
  };
  const recover = serialize(async () => {
    if (!isClosing && looks.areRegular()) await recoverAttempts(context, { owner, isInHand });
  });
  const hangUp = serialize(() => hangUpWhereAsked(context.client, inFlight));

  const unlistens = await Promise.all([
    database.listen(attemptsChannel, claimAll),
    database.listen(hangUpChannel, hangUp),
    database.listen(recoverChannel, recover),
  ]);
  const timers = [
    setInterval(claimAll, pollEveryMs),
    setInterval(hangUp, pollEveryMs),
    setInterval(recover, recoverEveryMs),
  ];
  const followUps = await startFollowUps(context, database);
  recover();
  claimAll();

  return {
    status: () => ({ lookedAt: looks.last(), free: inFlight.free(gateways).map(toFreeGateway) }),
    async close({ graceMs }) {
      isClosing = true;
      for (const timer of timers) clearInterval(timer);
      await claimAll();

      await inFlight.settle({ graceMs, others: [recover(), followUps.close()] });
      await Promise.all(unlistens.map((unlisten) => unlisten()));
      return inFlight.ids().length;
    },
  };
}

/** When the queue was last looked at, and whether that went on without a long break until now. */
function trackLooks() {
  let last = new Date();
  let isRegularFrom = 0;
  const isAway = () => Date.now() - last.getTime() > awayMs;

  return {
    last: () => last,
    add() {
      if (isAway()) isRegularFrom = Date.now() + renewedAfterMs;
      last = new Date();
    },
    areRegular: () => !isAway() && Date.now() >= isRegularFrom,
  };
}

async function hangUpWhereAsked(client: PrismaClient, inFlight: AttemptsInFlight): Promise<void> {
  const ids = inFlight.ids();
  if (ids.length === 0) return;

  const asked = await client.attempt.findMany({
    where: { id: { in: ids }, hangUpRequestedAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of asked) inFlight.hangUp(id);
}

/** What waits for one that is off waits; for one that was removed it ends, for there is no key any more. */
function isAnswered({ isEnabled, isDeleted }: Gateway): boolean {
  return isEnabled || isDeleted;
}

function toFreeGateway({ id, engine }: Gateway): FreeGateway {
  return { id, keyId: engine?.keyId ?? null };
}

async function claimOne(
  client: PrismaClient,
  options: ClaimOptions,
): Promise<ClaimedAttempt | null> {
  const claim = (await claimAttempt(client, options)) ?? (await claimHalfOpen(client, options));
  if (!claim) return null;

  const { id: attempt, generationId: generation, fence } = claim;
  logTransition({ attempt, generation, from: "queued", to: "claimed", fence });
  return claim;
}
