import { plain } from "./plain.ts";

/** What a field says of the bill; a cost may as well be one that was not taken. */
export type Bill = "charged" | "cost" | "not_charged";

/* Names in lower case and without dashes. */
const flagNames = /^(is|was|were|been)*(charged|billed)$/;
const unit =
  "(in)?(usd(ticks)?|us|dollars?|eur|euros?|cny|rmb|cents?|(micro|nano)?(usd|s)|credits?|points?)?";
const counted = "(credits?|points?|coins?|neurons?|units?)";
const taken = "(used|spent|consumed|charged|deducted|debited|billed|taken)";
const costNames = new RegExp(
  `(cost|charge|charged|billed|deducted|deduction|debited|debit|fee)s?(amount|total|value)?${unit}$|^(amount|total|sum|usd|dollars)${taken}${unit}$|^(total)?${counted}${taken}$|^${taken}${counted}$`,
);
/** Objects that tell of money, and what stands in them. */
const billNames = /^(total)?(costs?|charges?|billing|bill|payment)$/;
const amountNames = /^(amount|total|value|net|gross|usd|cents|credits?|points?)$/;
/** What was not taken for this request. */
const otherNames =
  /refund|remain|left|balance|limit|budget|reserve|hold|estimat|quote|saved|before|after|unit(?!s(used|spent|consumed|charged))|per[a-z]|^max|^min|maximum|minimum|require|need|current|available|(re|pre)charge|type|status|center|currency|id$|at$/;

interface BillPlace {
  /** The name of the object itself. */
  key: string;
  /** Whether it tells of this request, and not of another that was free, as one before it. */
  isOfThis: boolean;
}

/** What the fields of an object say of the bill, and those of what was used; the rest of that is no word of an error. */
export function readBills(
  value: object,
  { key, isOfThis }: BillPlace,
  isUsage = key.startsWith("usage"),
): Bill[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const own = plain(name);
    const bill = readBill(own, inner, key);
    const told = bill && (isOfThis || bill !== "not_charged") ? [bill] : [];
    const isUsed = isUsage || own.startsWith("usage");
    if (!isUsed || typeof inner !== "object" || inner === null) return told;
    return readBills(inner, { key: own, isOfThis: false }, true);
  });
}

/** What one field says of it, by its name and that of the object that it stands in; null where nothing. */
function readBill(name: string, value: unknown, inName: string): Bill | null {
  if (flagNames.test(name)) {
    if (value === false) return "not_charged";
    if (/^(true|yes|1)$/i.test(String(value))) return "charged";
  }
  const isCost = costNames.test(name) || (billNames.test(inName) && amountNames.test(name));
  return isCost && !otherNames.test(name) && isAmount(value) ? "cost" : null;
}

/** Above nothing, with a sign or a word of its money before or behind it. */
function isAmount(value: unknown): boolean {
  if (typeof value !== "string") return typeof value === "number" && value > 0;
  return Number(value) > 0 || /^\D{0,4}(?=[\d.,\s]*[1-9])\d[\d.,\s]*\D{0,8}$/.test(value.trim());
}
