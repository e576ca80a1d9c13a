import { toKnownCost } from "#lib/engine/cost-micros.ts";
import { hintsAtMoney } from "#lib/engine/gateway/charge/hints-at-money.ts";
import { isDebitRow, isRefundRow } from "#lib/engine/gateway/charge/is-about.ts";
import { fieldsOf, flagOf, readCost } from "#lib/engine/gateway/charge/read-cost.ts";
import { readRefund } from "#lib/engine/gateway/charge/read-refund.ts";
import type { FoundCharge } from "#lib/engine/image-engine.ts";
import { alphanumeric } from "#lib/meshapi/failure/words/plain.ts";
import type { UsageEvent } from "#lib/meshapi/usage.ts";

const billedNames = /^(is|was)?(billed|charged|billable)$/;
const statusNames = /^(status|state|(billing|charge|settlement|payment|cost|usage)(status|state))$/;

const succeeded =
  /^(success|successful|succeeded|ok|completed?|billed|charged|settled|delivered|finished|done|paid|posted|partial(ly)?refund(ed)?|20\d)$/;
const failed =
  /^(fail|failed|failure|error|errored|refused|rejected|declined|denied|blocked|moderated|filtered|void|voided|reversed|refund|refunded|notbilled|notcharged|unbilled|uncharged|4(?!08|99)\d\d|5(?!04|2\d)\d\d)$/;
/** What was not billed has a cost as well: what it would have been. */
const notBilled = /^(notbilled|notcharged|unbilled|uncharged)$/;
/** It has ended, and the picture may have been made for nobody; the numbers are those of requests that took too long. */
const left =
  /^(timeout|timedout|client\w*|cancell?ed|aborted|disconnected|interrupted|expired|408|499|504|52\d)$/;

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
  const fields = fieldsOf(event);
  const statuses = fields.flatMap(([name, value]) =>
    statusNames.test(name) && value !== null && value !== "" ? [alphanumeric(String(value))] : [],
  );
  const has = (pattern: RegExp) => statuses.some((status) => pattern.test(status));
  const isFinal = statuses.every((status) =>
    [succeeded, failed, left].some((pattern) => pattern.test(status)),
  );
  // Whatever it says now, it says so for now.
  if (!isFinal) return "not-yet";

  const read = readCost(fields);
  const refund = readRefund(fields);
  if (read === "contradicts-itself" || refund === "under-way") return "not-yet";
  const { paidBack, hasOther } = read;
  const told = refund === "none" ? read.gross : read.micros;
  // What is taken away is written with a minus by some.
  const cost = told !== null && isDebitRow(event) ? Math.abs(told) : told;
  if (isRefundRow(event)) {
    if (has(/^(fail|failed|failure|error|errored|rejected|declined|denied|blocked)$/)) {
      return "says-nothing";
    }
    const amount = cost ?? (paidBack || null);
    return { isCharged: false, micros: amount && -Math.abs(amount) };
  }
  if (refund === "whole" || has(/^(refunded|reversed|voided|void)$/)) {
    // Where it is said how much it was, the rest is still paid.
    return paidBack > 0 && cost !== null && cost > 0 ? { isCharged: true, micros: cost } : free;
  }
  if ((refund === "some" || has(/^partial/)) && paidBack === 0)
    return { isCharged: true, micros: null };
  const isBilled = flagOf(fields, billedNames);
  if (isBilled === false) return free;
  if (has(notBilled)) return isBilled ? "not-yet" : free;
  if (cost !== null && cost !== 0) return { isCharged: cost > 0, micros: cost };
  if (isBilled || (hasOther && paidBack === 0)) return { isCharged: true, micros: null };
  if (cost === 0) return free;
  if (!has(succeeded) && hintsAtMoney(event)) return "not-yet";

  const stage = alphanumeric(String(event.failure_stage ?? ""));
  const hasStage = !/^(none|no|na|null|)$/.test(stage);
  if (hasStage && has(succeeded)) return "not-yet";
  if (hasStage) return stagesBefore.test(stage) && !has(left) ? free : "not-yet";
  if (has(left)) return "not-yet";
  if (has(failed)) return has(succeeded) ? "not-yet" : free;
  return has(succeeded) ? { isCharged: true, micros: null } : "says-nothing";
}
