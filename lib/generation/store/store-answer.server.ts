import type { RawAnswer } from "#lib/engine/image-engine.ts";
import type { AttemptChange } from "#lib/generation/attempt/change-attempt.server.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";
import { toStorableText } from "#lib/platform/text/to-storable.ts";

/** As much of an answer as is kept where nothing else is said. */
const bytesMaxDefault = 4 * 1024 * 1024;
const contentTypeMax = 200;

interface StoredAnswer {
  /** What else is written of the attempt. */
  fields: Prisma.AttemptUpdateManyMutationInput;
  /** Writes the answer itself, in the transaction that ends the attempt. */
  write: NonNullable<AttemptChange["also"]>;
}

/**
 * What keeps an answer that was paid for and not understood beside its attempt: its start, where it is longer than
 * `bytesMax`. Of an attempt that has one already the newer stays.
 */
export function storeAnswer(
  answer: RawAnswer | null,
  { attemptId, bytesMax = bytesMaxDefault }: { attemptId: string; bytesMax?: number | undefined },
): StoredAnswer {
  if (!answer || answer.bytes.length === 0 || bytesMax === 0)
    return { fields: {}, write: async () => [] };

  // A copy: what the database is given must not hold on to the whole of a larger answer.
  const bytes = new Uint8Array(answer.bytes.subarray(0, bytesMax));
  const row = {
    contentType: answer.contentType && toStorableText(answer.contentType).slice(0, contentTypeMax),
    bytes,
    isWhole: answer.isWhole && bytes.length === answer.bytes.length,
  };
  return {
    fields: { answerBytes: bytes.length },
    async write(transaction) {
      await transaction.answer.upsert({
        where: { attemptId },
        create: { attemptId, ...row },
        update: row,
        select: { attemptId: true },
      });
      return [];
    },
  };
}
