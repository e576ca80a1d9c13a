import { type PauseView, pauseCodeSchema } from "#lib/contract/pause-view.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";
import { reasonSchema } from "#lib/platform/reason-schema.ts";

interface PauseRecord {
  gatewayId: string | null;
  code: string;
  reason: unknown;
  until: Date | null;
}

/**
 * What holds a user's queue up now, by the database's clock, oldest first. One whose time is over holds nothing up
 * any more, but for what `claimProbe` says.
 */
export async function listPauses(
  client: Pick<Transaction, "$queryRaw">,
  userId: string,
): Promise<PauseView[]> {
  const records = await client.$queryRaw<PauseRecord[]>`
    SELECT "gatewayId"::text, code, reason, "until" FROM "Pause"
    WHERE "userId" = ${userId}::uuid AND ("until" IS NULL OR "until" > clock_timestamp())
    ORDER BY "createdAt", subject`;
  return records.map(({ gatewayId, code, reason, until }) => ({
    gatewayId,
    code: pauseCodeSchema.parse(code),
    reason: reasonSchema.parse(reason),
    until: until?.toISOString() ?? null,
  }));
}
