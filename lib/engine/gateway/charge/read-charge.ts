import { toKnownCost } from "#lib/engine/cost-micros.ts";
import { isRefundRow, plain } from "#lib/engine/gateway/charge/is-about.ts";
import { toMicros } from "#lib/engine/gateway/charge/to-micros.ts";
import type { FoundCharge } from "#lib/engine/image-engine.ts";
import type { UsageEvent } from "#lib/meshapi/usage.ts";

/** Names of a cost, lower case and without dashes: what was billed comes before what it is made of. */
const billNames = /^(final|billed|charged|actual)(cost|amount|charge|price)?(usd)?$/;
const costNames = /^(total)?(cost|amount|charge|price)(usd)?$/;
const refundNames = /^refund(ed)?(cost|amount)?(usd)?$/;
const billedNames = /^(is|was)?(billed|charged|billable)$/;
const refundedNames = /^(is|was)?refunded$/;
const statusNames = /^(status|state|(billing|charge|settlement|payment|cost|usage)(status|state))$/;
const unitNames = /^(cost|amount|price|billing)?(currency|unit)$/;

const succeeded =
  /^(success|successful|succeeded|ok|completed?|billed|charged|settled|delivered|finished|done|paid|posted|20\d)$/;
const failed =
  /^(fail|failed|failure|error|errored|refused|rejected|declined|denied|blocked|moderated|filtered|void|voided|reversed|refund|refunded|notbilled|notcharged|unbilled|[45]\d\d)$/;
/** It has ended, and the picture may have been made for nobody. */
const left = /^(timeout|timedout|client\w*|cancell?ed|aborted|disconnected|interrupted|expired)$/;

/** A stage that no picture was made before. */
const stagesBefore =
  /^(provider|upstream|model|generation|validation|request|auth\w*|moderation|content\w*|policy|routing|ratelimit\w*|preflight|input|quota)$/;

/**
 * What the rows of one request say of its charge: there are several where the gateway tried several providers. Null while
 * they say nothing yet, or one of them is not the last word.
 */
export function readCharge(events: readonly UsageEvent[]): FoundCharge | null {
  const rows = events.map(readRow).filter((row) => row !== "says-nothing");
  const known = rows.filter((row) => row !== "not-yet");
  if (known.length === 0 || known.length < rows.length) return null;

  const isBilled = known.some(({ isCharged }) => isCharged);
  const costs = known.filter(({ isCharged, micros }) => isCharged || micros !== 0);
  const sum = costs.reduce<number | null>(
    (total, { micros }) => (total === null || micros === null ? null : total + micros),
    0,
  );
  // What was paid back row by row comes to nothing.
  const isPaidBack = sum !== null && (sum < 0 || (sum === 0 && known.length > 1));
  if (!isBilled || isPaidBack) return { charged: "no", costMicros: 0 };
  return { charged: "yes", costMicros: toKnownCost(sum) };
}

/** What one row says, in millionths: less than nothing of what was paid back, null where it is not known. */
interface Row {
  isCharged: boolean;
  micros: number | null;
}

const free: Row = { isCharged: false, micros: 0 };

function readRow(event: UsageEvent): Row | "not-yet" | "says-nothing" {
  const fields = Object.entries(event).map(([name, value]) => [plain(name), value] as const);
  const statuses = fields.flatMap(([name, value]) =>
    statusNames.test(name) && value !== null && value !== "" ? [plain(String(value))] : [],
  );
  const has = (pattern: RegExp) => statuses.some((status) => pattern.test(status));
  const isFinal = statuses.every((status) =>
    [succeeded, failed, left].some((pattern) => pattern.test(status)),
  );
  // Whatever it says now, it says so for now.
  if (!isFinal) return "not-yet";

  const cost = costOf(fields);
  if (cost === "contradicts-itself") return "not-yet";
  if (isRefundRow(event)) return { isCharged: false, micros: cost && -Math.abs(cost) };
  if (flagOf(fields, refundedNames) || has(/^(refunded|reversed|voided|void)$/)) return free;
  const isBilled = flagOf(fields, billedNames);
  if (isBilled === false) return free;
  if (cost !== null && cost !== 0) return { isCharged: cost > 0, micros: cost };
  if (isBilled) return { isCharged: true, micros: null };
  if (cost === 0) return free;

  const stage = plain(String(event.failure_stage ?? ""));
  const hasStage = !/^(none|no|na|null|)$/.test(stage);
  if (hasStage && has(succeeded)) return "not-yet";
  if (hasStage) return stagesBefore.test(stage) && !has(left) ? free : "not-yet";
  if (has(left)) return "not-yet";
  if (has(failed)) return has(succeeded) ? "not-yet" : free;
  return has(succeeded) ? { isCharged: true, micros: null } : "says-nothing";
}

type Fields = readonly (readonly [name: string, value: unknown])[];

/** In millionths of a US dollar, however much; null where it is not told in dollars. */
function costOf(fields: Fields): number | "contradicts-itself" | null {
  const unit = fields.find(([name, value]) => unitNames.test(name) && value)?.[1];
  const isDollars = unit === undefined || /^(us)?(d|\$|dollars?)$/.test(plainUnit(unit));
  const costs = (names: RegExp) =>
    fields
      .filter(([name]) => names.test(name))
      .flatMap(([name, value]) => {
        const micros = amountOf(value);
        // Nothing is nothing in any currency.
        return micros === null || !(isDollars || name.endsWith("usd") || micros === 0)
          ? []
          : [micros];
      });
  const bills = costs(billNames);
  const others = costs(costNames).filter((cost) => cost !== 0);
  const paidBack = costs(refundNames).reduce((sum, refund) => sum + Math.abs(refund), 0);
  const bill = bills.find((cost) => cost !== 0) ?? bills[0];
  if (bill === 0 && others.length > 0) return "contradicts-itself";

  const cost = bill ?? others.at(-1) ?? costs(costNames)[0];
  return cost === undefined ? null : cost > 0 ? Math.max(0, cost - paidBack) : cost;
}

function plainUnit(unit: unknown): string {
  return String(unit)
    .toLowerCase()
    .replaceAll(/[^a-z$]/g, "");
}

function amountOf(value: unknown): number | null {
  const isNegative = typeof value === "number" ? value < 0 : /^\s*-/.test(String(value));
  const amount = typeof value === "string" ? value.replace(/^\s*-/, "") : Number(value);
  if (typeof value !== "string" && typeof value !== "number") return null;

  const micros = toMicros(isNegative && typeof amount === "number" ? -amount : amount, {
    max: Number.MAX_SAFE_INTEGER,
  });
  return micros !== null && isNegative ? -micros : micros;
}

function flagOf(fields: Fields, names: RegExp): boolean | null {
  const said = fields.find(([name]) => names.test(name))?.[1];
  if (/^(true|yes|1)$/i.test(String(said))) return true;
  return /^(false|no|0)$/i.test(String(said)) ? false : null;
}
