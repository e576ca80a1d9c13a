import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** The lease as its bill is to be told: a gateway that says by now that it costs money may have meant it when it was asked. */
export async function withPaid(
  { client }: { client: PrismaClient },
  lease: AttemptLease,
): Promise<AttemptLease> {
  const { id, paid } = lease.claim;
  const costs = await client.attempt.findFirst({
    where: { id, gateway: { paid: true } },
    select: { id: true },
  });
  return { ...lease, claim: { ...lease.claim, paid: paid || costs !== null } };
}
