import type { RawAnswer } from "#lib/engine/image-engine.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** What came in the place of a picture for one attempt of the owner's. Throws `not_found`. */
export async function getAnswer(
  client: PrismaClient,
  { userId, attemptId }: { userId: string; attemptId: string },
): Promise<RawAnswer> {
  const answer = await client.answer.findFirst({
    where: { attemptId, attempt: { userId } },
    select: { contentType: true, bytes: true, isWhole: true },
  });
  if (!answer) throw new AppError("not_found", say("refusals.noAnswer"));

  return answer;
}
