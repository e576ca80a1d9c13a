import { type PauseView, pauseCodeSchema } from "#lib/contract/pause-view.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

interface PauseRecord {
  gatewayId: string | null;
  code: string;
  message: string;
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
    SELECT "gatewayId"::text, code, message, "until" FROM "Pause"
    WHERE "userId" = ${userId}::uuid AND ("until" IS NULL OR "until" > clock_timestamp())
    ORDER BY "createdAt", subject`;
  return records.map(({ gatewayId, code, message, until }) => ({
    gatewayId,
    code: pauseCodeSchema.parse(code),
    message,
    until: until?.toISOString() ?? null,
  }));
}
