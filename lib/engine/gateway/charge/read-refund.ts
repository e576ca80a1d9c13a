import { plain } from "#lib/engine/gateway/charge/is-about.ts";
import { type Fields, flagOf } from "#lib/engine/gateway/charge/read-cost.ts";

const flagNames = /^(is|was|has)?refund(ed)?$/;
const statusNames = /^refund(ed)?(status|state)$/;
const timeNames = /^refund(ed)?(created|issued|processed|completed)?(at|on|time|date|timestamp)$/;

const whole =
  /^(refunded|full|fully\w*|complete|completed|succeeded|success|successful|done|processed|issued|paid|settled|true|yes)$/;
const none =
  /^(|none|no|not\w*|norefund\w*|null|undefined|na|false|0|failed|rejected|denied|declined|cancell?ed|ineligible)$/;

/** Whether fields of its own say that a request was paid back; null where they do not, or say that it was not. */
export function readRefund(fields: Fields): "whole" | "partial" | "under-way" | null {
  const said = fields.find(([name]) => statusNames.test(name))?.[1];
  const status = plain(String(said ?? ""));
  if (/^partial/.test(status)) return "partial";
  if (whole.test(status) || flagOf(fields, flagNames)) return "whole";
  if (!none.test(status)) return "under-way";

  const at = fields.find(([name]) => timeNames.test(name))?.[1];
  return none.test(plain(String(at ?? ""))) ? null : "whole";
}
