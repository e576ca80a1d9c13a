import type { AttemptView } from "#lib/contract/generation-view.ts";
import { attemptSelect, toAttemptView } from "#lib/generation/attempt/generation-record.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** One attempt of the owner's. Throws `not_found`. */
export async function getAttempt(
  client: PrismaClient,
  { userId, id }: { userId: string; id: string },
): Promise<AttemptView> {
  const record = await client.attempt.findFirst({
    where: { id, userId },
    select: attemptSelect,
  });
  if (!record) throw new AppError("not_found", say("refusals.noAttempt"));

  return toAttemptView(record);
}
