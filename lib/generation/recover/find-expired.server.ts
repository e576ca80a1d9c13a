import type { RunContext } from "#lib/generation/store/run-context.server.ts";

/** An attempt whose holder let its lease run out. */
export interface ExpiredAttempt {
  id: string;
  generationId: string;
  fence: number;
  state: string;
  /** Whether its picture, if it has one, lies in a folder that this process does not see. */
  isElsewhere: boolean;
}

interface ExpiredRow extends Omit<ExpiredAttempt, "isElsewhere"> {
  /** Null before the folders had names: then it is looked for here. */
  spoolFolder: string | null;
  /** Whether it may be ended without its folder: nobody paid for it, or a person gave it up. */
  isFree: boolean;
}

/** Its own process takes over what it left behind within seconds; after this long it does not run. */
export const awaySeconds = 60;

/**
 * The attempts whose lease ran out, by the database's clock. Those who waited longest come first, so that one that fails again and
 * again stands in nobody's way.
 */
export async function findExpired({
  client,
  spool,
  folder,
}: RunContext): Promise<ExpiredAttempt[]> {
  const rows = await client.$queryRaw<ExpiredRow[]>`
    SELECT attempt.id::text, attempt."generationId"::text, attempt.fence, attempt.state, attempt."spoolFolder",
      (NOT (attempt.paid OR gateway.paid) OR (
        attempt."hangUpRequestedAt" IS NOT NULL
        AND attempt."leaseUntil" < clock_timestamp() - make_interval(secs => ${awaySeconds}::int)
      )) AS "isFree"
    FROM "Attempt" AS attempt
    JOIN "Gateway" AS gateway ON gateway.id = attempt."gatewayId"
    WHERE attempt.state IN ('claimed', 'sending', 'receiving', 'storing')
      AND attempt."leaseUntil" < clock_timestamp()
    ORDER BY attempt."leaseUntil", attempt.position`;
  const isNamed = (name: string | null) => name === null || name === folder.id;
  // What lies here is ours, whatever its folder was called when it was asked for: it was moved, copied, or lost its name.
  const here = new Set(
    rows.every(({ spoolFolder }) => isNamed(spoolFolder)) ? [] : await spool.list(),
  );

  return rows.map(({ spoolFolder, isFree, ...row }) => {
    const isOurs = isNamed(spoolFolder) || here.has(row.id);
    const hasAnswer = row.state === "receiving" || row.state === "storing";
    return { ...row, isElsewhere: hasAnswer && !isOurs && !isFree };
  });
}
