import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { DecodeWatch } from "#lib/storage/codec/image.server.ts";

/** After so many tries that did not come back, what the spool holds waits for a person. */
export const adoptTriesMax = 2;

/**
 * Counts a try at an attempt's spooled pictures before a decoder sees the first of them, durably, and takes it back when none is
 * with the decoder any more: what brings the process down has counted. `tries` is how many did not come back before.
 */
export function countTries(
  client: PrismaClient,
  { claim: { id, fence }, tries }: { claim: ClaimedAttempt; tries: number },
): DecodeWatch {
  const write = (adoptCount: number) =>
    client.attempt.updateMany({ where: { id, fence }, data: { adoptCount } });
  let decoding = 0;

  return {
    async begin() {
      decoding += 1;
      await write(tries + 1);
    },
    async end() {
      decoding -= 1;
      if (decoding === 0) await write(0);
    },
  };
}
