import { amountOf, type Fields, flagOf } from "#lib/engine/gateway/charge/read-cost.ts";
import { alphanumeric } from "#lib/meshapi/failure/words/plain.ts";

const flagNames = /^(is|was|has)?(refund(ed)?|reversed|voided|reimbursed|waived)$/;
const statusNames = /^refund(ed)?(status|state)$/;
const timeNames =
  /^(refund(ed)?|reversed|voided|reimbursed|waived)(created|issued|processed|completed)?(at|on|time|date|timestamp)$/;
/** What else is said of one: how much it was may stand there, in whatever unit. */
const otherNames = /refund|reimburse|chargeback/;
const ofRules = /refundable|eligible|policy|allowed|possible|until|window|days|deadline/;

const whole =
  /^(refunded|full|fully\w*|complete|completed|succeeded|success|successful|done|processed|issued|paid|settled|true|yes)$/;
const none =
  /^(|none|no|not\w*|norefund\w*|null|undefined|na|false|0|failed|rejected|denied|declined|cancell?ed|ineligible)$/;

/**
 * What fields of its own say of a refund: that all was paid back, a part or nobody knows how much, that it is under way, or
 * that there is none. Null where they say nothing.
 */
export function readRefund(fields: Fields): "whole" | "some" | "under-way" | "none" | null {
  const said = fields.find(([name]) => statusNames.test(name))?.[1];
  const status = alphanumeric(String(said ?? ""));
  if (/^partial/.test(status)) return "some";
  if (whole.test(status) || flagOf(fields, flagNames)) return "whole";
  if (!none.test(status)) return "under-way";
  if (status !== "") return "none";

  const at = fields.find(([name]) => timeNames.test(name))?.[1];
  if (!none.test(alphanumeric(String(at ?? "")))) return "whole";
  const isOther = ([name, value]: Fields[number]) =>
    otherNames.test(name) && !ofRules.test(name) && saysSomething(value);
  return fields.some(isOther) ? "some" : null;
}

function saysSomething(value: unknown): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return !isEmpty && amountOf(value) !== 0 && !none.test(alphanumeric(String(value ?? "")));
}
