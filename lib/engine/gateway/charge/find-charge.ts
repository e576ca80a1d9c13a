import { isAbout } from "#lib/engine/gateway/charge/is-about.ts";
import { readCharge } from "#lib/engine/gateway/charge/read-charge.ts";
import { translateError } from "#lib/engine/gateway/failure/translate-error.ts";
import type { ChargeQuery, FoundCharge } from "#lib/engine/image-engine.ts";
import type { MeshAPI } from "#lib/meshapi/client.ts";
import type { UsageEvent } from "#lib/meshapi/usage.ts";

const minuteMs = 60_000;

/** Our clock and the gateway's may differ. */
const clockSkewMs = 15 * minuteMs;

/** A row is written when the request ends, which takes two hours at most. */
const requestMs = 180 * minuteMs;

/** A page of the gateway's, and so many that nobody makes as many requests in three hours. */
const pageEvents = 200;
const pagesMax = 50;

/**
 * Looks for a request in MeshAPI's usage, by our id or by theirs, through all pages of its time. Null when it is not there, or
 * its row says nothing yet. Throws `EngineError`.
 */
export async function findCharge(
  client: MeshAPI,
  { requestIds, rowsMin, firstSentAt, sentAt, signal }: ChargeQuery,
): Promise<FoundCharge | null> {
  const ids = new Set(requestIds.filter(Boolean));
  const asked = {
    since: new Date(firstSentAt.getTime() - clockSkewMs),
    until: new Date(sentAt.getTime() + requestMs + clockSkewMs),
    limit: pageEvents,
  };
  const found: UsageEvent[] = [];
  let offset = 0;
  let previous = "";

  for (let page = 0; page < pagesMax; page += 1) {
    const { events, total } = await readPage(client, { ...asked, offset }, signal);
    found.push(...events.filter((event) => isAbout(event, ids)));
    offset += events.length;
    // A server that heeds no offset gives the same page for ever.
    const current = JSON.stringify(events);
    const isLast = events.length === 0 || (total ?? Number.POSITIVE_INFINITY) <= offset;
    if (isLast || current === previous) break;
    previous = current;
  }

  const rows = withoutRepeats(found);
  const charge = readCharge(rows);
  // A row that is there may be that of a refusal before: the last one's comes a little late.
  return charge?.charged === "no" && rows.length < rowsMin ? null : charge;
}

async function readPage(
  client: MeshAPI,
  query: Parameters<MeshAPI["usage"]["events"]>[0],
  signal: AbortSignal,
) {
  try {
    return await client.usage.events(query, { signal });
  } catch (error) {
    throw translateError(error);
  }
}

/** New rows push the others to the next page, where they are seen again. */
function withoutRepeats(events: readonly UsageEvent[]): UsageEvent[] {
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()];
}
