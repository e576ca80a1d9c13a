import type { FoundCharge } from "#lib/engine/image-engine.ts";
import type { UsageEvent } from "#lib/meshapi/usage.ts";

/** Names of a cost in US dollars, lower case and without dashes. */
const costNames =
  /^(total|final|billed|charged|actual)?(cost|amount|charge|price)(usd)?$|^(billed|charged)usd$/;
const billedNames = /^(is|was)?(billed|charged|billable)$/;
const refundedNames = /^(is|was)?refunded$/;

const pending = /^(pending|processing|running|in_?progress|queued|reserved|started|created)$/i;
const failed =
  /^(fail|error|refus|reject|cancel|declin|timeout|refund|void|not_?(billed|charged))/i;
const done = /^(success|succeeded|ok|complete|completed|billed|charged|settled|delivered|200)/i;

/** Whether a row is about one of these requests, by whichever of its ids. */
export function isAbout(event: UsageEvent, requestIds: ReadonlySet<string>): boolean {
  return textsOf(event, 0).some((text) => requestIds.has(text));
}

/**
 * What the rows of one request say of its charge: there are several where the gateway tried several providers. Null while
 * they say nothing yet.
 */
export function readCharge(events: readonly UsageEvent[]): FoundCharge | null {
  const rows = events.map(readRow).filter((row) => row !== null);
  if (rows.length === 0) return null;

  const costs = rows.map(({ costMicros }) => costMicros).filter((cost) => cost !== null);
  const costMicros = costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) : null;
  const isBilled = rows.some(({ charged }) => charged === "yes") && (costMicros ?? 1) >= 0;
  // What was paid back row by row comes to nothing.
  if (!isBilled || (rows.length > 1 && costMicros === 0)) return { charged: "no", costMicros: 0 };
  return { charged: "yes", costMicros };
}

interface Row {
  charged: "no" | "yes";
  costMicros: number | null;
}

function readRow(event: UsageEvent): Row | null {
  const fields = Object.entries(event).map(
    ([name, value]) => [name.toLowerCase().replaceAll(/[-_]/g, ""), value] as const,
  );
  const said = (names: RegExp) => fields.find(([name]) => names.test(name))?.[1];
  const costMicros = fields
    .filter(([name]) => costNames.test(name))
    .map(([, value]) => microsOf(value))
    .find((micros) => micros !== null);
  const isBilled = said(billedNames);
  const status = String(event.status ?? "");

  if (isBilled === false || said(refundedNames) === true) return { charged: "no", costMicros: 0 };
  if (costMicros) return { charged: "yes", costMicros };
  if (isBilled === true) return { charged: "yes", costMicros: costMicros ?? null };
  if (pending.test(status)) return null;
  if (event.failure_stage || failed.test(status)) return { charged: "no", costMicros: 0 };
  if (costMicros === 0) return { charged: "no", costMicros: 0 };
  return done.test(status) ? { charged: "yes", costMicros: null } : null;
}

/** Less than nothing is what was paid back. */
function microsOf(value: unknown): number | null {
  const isText = typeof value === "string" && /^\s*-?\d+(\.\d+)?(e-?\d+)?\s*$/i.test(value);
  if (typeof value !== "number" && !isText) return null;

  const micros = Math.round(Number(value) * 1_000_000);
  return Number.isSafeInteger(micros) ? micros : null;
}

function textsOf(value: unknown, depth: number): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 3) return [];
  return Object.values(value).flatMap((inner) => textsOf(inner, depth + 1));
}
