import type { RawAnswer } from "#lib/engine/image-engine.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { sniffImage } from "#lib/storage/codec/sniff-image.server.ts";
import type { Spool } from "#lib/storage/spool/spool.server.ts";
import { say } from "#messages/sentence.ts";

/**
 * What came in the place of a picture for one attempt of the owner's, or a picture that cannot be opened here, as it came. Throws
 * `not_found`, and what the spool throws.
 */
export async function getAnswer(
  { client, spool }: { client: PrismaClient; spool: Pick<Spool, "read"> },
  { userId, attemptId }: { userId: string; attemptId: string },
): Promise<RawAnswer> {
  const attempt = await client.attempt.findFirst({
    where: { id: attemptId, userId },
    select: { answer: { select: { contentType: true, bytes: true, isWhole: true } } },
  });
  if (attempt?.answer?.isWhole) return attempt.answer;

  const answer = (attempt && (await readSpooled(spool, attemptId))) ?? attempt?.answer;
  if (!answer) throw new AppError("not_found", say("refusals.noAnswer"));
  return answer;
}

async function readSpooled(
  spool: Pick<Spool, "read">,
  attemptId: string,
): Promise<RawAnswer | null> {
  const entries = await spool.read(attemptId);
  const bytes = entries.find((entry) => entry.bytes)?.bytes;
  return bytes ? { contentType: sniffImage(bytes), bytes, isWhole: true } : null;
}
