import { alphanumeric } from "#lib/meshapi/failure/words/plain.ts";
import type { UsageEvent } from "#lib/meshapi/usage.ts";

/** Names under which a row has the id of its own request, in lower case and without dashes. */
const ownNames = /(id|key|ref|reference)$|^(request|correlation|trace)$/;

/** Of another request, from which this one came. */
const othersNames =
  /retry|parent|previous|prior|original|related|root|replace|superse|fallback|batch|session|of$/;

/** Whether a row is about one of these requests, by whichever of its ids; a refund is about what it pays back. */
export function isAbout(event: UsageEvent, requestIds: ReadonlySet<string>): boolean {
  const isRefund = isRefundRow(event);
  return idsOf(event, { isRefund, depth: 0 }).some((id) => requestIds.has(id));
}

/** Whether a row tells of money that was paid back, and not of a request. */
export function isRefundRow(event: UsageEvent): boolean {
  return isOfKind(event, /^(refund|reversal|chargeback|creditback)$/);
}

/** Whether a row is one of an account's, and tells of money that was taken from it. */
export function isDebitRow(event: UsageEvent): boolean {
  return isOfKind(event, /^(debit|deduction|charge|usage|spend|consumption)$/);
}

function isOfKind(event: UsageEvent, kinds: RegExp): boolean {
  return Object.entries(event).some(
    ([name, value]) =>
      /^(type|kind|event|eventtype|entrytype|transactiontype|category|status)$/.test(
        alphanumeric(name),
      ) && kinds.test(alphanumeric(String(value))),
  );
}

function idsOf(value: object, { isRefund, depth }: { isRefund: boolean; depth: number }): string[] {
  if (depth > 3) return [];

  return Object.entries(value).flatMap(([name, inner]) => {
    const key = alphanumeric(name);
    const isOthers = othersNames.test(key);
    if (isOthers && !isRefund) return [];
    if (typeof inner === "object" && inner !== null) {
      return idsOf(inner, { isRefund, depth: depth + 1 });
    }
    return typeof inner === "string" && (ownNames.test(key) || isOthers) ? [inner] : [];
  });
}
