import { expect } from "vitest";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";

/**
 * Changes rows while other work waits for them: `change` begins with what locks them, `work` is started then, and goes on once it was seen
 * to wait. What `work` comes to. PostgreSQL alone: the embedded database does one thing after the other.
 */
export async function overtake<Result>(
  client: PrismaClient,
  { lock, change, work }: { lock: Step; change: Step; work: () => Promise<Result> },
): Promise<PromiseSettledResult<Result>> {
  let worked: Promise<PromiseSettledResult<Result>[]> | undefined;
  await client.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
      await lock(transaction);
      worked = Promise.allSettled([work()]);
      await expect.poll(() => countWaiting(client)).toBe(1);
      await change(transaction);
    },
    { timeout: 600_000 },
  );
  const [settled] = (await worked) ?? [];
  if (!settled) throw new Error("the work was never begun");
  return settled;
}

type Step = (transaction: Transaction) => Promise<unknown>;

async function countWaiting(client: PrismaClient): Promise<number> {
  const waiting: unknown[] = await client.$queryRaw`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return waiting.length;
}
