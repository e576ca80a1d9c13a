import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { toReasonColumn } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { changePauses } from "#lib/generation/pause/change-pauses.server.ts";
import type { Pause } from "#lib/generation/pause/pause-for.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

interface PauseOptions {
  userId: string;
  /** Whose key it is. */
  gatewayId: string;
  keyId: string;
  pause: Pause;
  /** The database's clock. */
  now: Date;
}

/**
 * Lets nothing more be sent by a key, in the transaction that ends the attempt which was refused. Of two pauses the
 * later end counts, and one that waits for a person outlasts any that does not.
 */
export function pauseKey(
  transaction: Transaction,
  { userId, gatewayId, keyId, pause, now }: PauseOptions,
): Promise<StudioEvent[]> {
  const { code, reason, delayMs } = pause;
  const until = delayMs === null ? null : new Date(now.getTime() + delayMs);

  return changePauses(
    transaction,
    userId,
    () => transaction.$executeRaw`
      INSERT INTO "Pause" ("userId", "gatewayId", subject, code, reason, "until", "createdAt")
      VALUES (${userId}::uuid, ${gatewayId}::uuid, ${keySubject(keyId)}, ${code}, ${JSON.stringify(toReasonColumn(reason))}::jsonb, ${until}::timestamptz, ${now}::timestamptz)
      ON CONFLICT ("userId", subject) DO UPDATE
      SET "gatewayId" = EXCLUDED."gatewayId", code = EXCLUDED.code, reason = EXCLUDED.reason, "until" = EXCLUDED."until", "createdAt" = EXCLUDED."createdAt"
      WHERE EXCLUDED."until" IS NULL OR EXCLUDED."until" > "Pause"."until"`,
  );
}
