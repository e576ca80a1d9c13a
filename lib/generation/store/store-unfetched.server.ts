import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";
import type { ExpectedImage } from "#lib/generation/attempt/image-words.ts";
import {
  findUnfetched,
  readUnfetched,
  type UnfetchedImage,
} from "#lib/generation/attempt/unfetched-image.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { Prisma } from "#lib/platform/database/database.server.ts";

/** The addresses that stay with an attempt. */
export interface StoredUnfetched {
  isAny: boolean;
  /** How long the first of them has been failing. */
  failingMs: number;
  /** What is written of the attempt. */
  fields: Pick<Prisma.AttemptUpdateManyMutationInput, "unfetched">;
}

/** Which addresses gave no picture, of those that an attempt's pictures came as; they are kept with its row. */
export async function storeUnfetched(
  { client }: Pick<RunContext, "client">,
  {
    lease,
    images,
    results,
  }: {
    lease: AttemptLease;
    images: readonly ExpectedImage[];
    results: readonly PromiseSettledResult<unknown>[];
  },
): Promise<StoredUnfetched> {
  if (images.every(({ words }) => words.url === null)) return none;

  const [row] = await client.$queryRaw<{ unfetched: unknown; now: Date }[]>`
    SELECT unfetched, clock_timestamp() AS now FROM "Attempt" WHERE id = ${lease.claim.id}::uuid`;
  const now = row?.now ?? new Date();
  const before = readUnfetched(row?.unfetched ?? null);
  const unfetched = findUnfetched(images, {
    results,
    before,
    now,
    // What has ended is fetched by a person's press alone.
    isAgain: isEnded(lease.state()),
  });
  return {
    isAny: unfetched.length > 0,
    failingMs: Math.max(0, ...unfetched.map(({ since }) => now.getTime() - Date.parse(since))),
    fields: { unfetched: unfetched.length > 0 ? toJson(unfetched) : Prisma.DbNull },
  };
}

const none: StoredUnfetched = { isAny: false, failingMs: 0, fields: {} };

/** Through text, for the database's type of JSON knows no optional fields. */
function toJson(unfetched: readonly UnfetchedImage[]): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(unfetched));
}
