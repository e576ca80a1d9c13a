import { toMicros } from "#lib/engine/gateway/charge/to-micros.ts";
import { alphanumeric } from "#lib/meshapi/failure/words/plain.ts";

/** Names of a cost, lower case and without dashes: what was billed comes before what it is made of. */
const billNames = /^(final|billed|charged|actual)(cost|amount|charge|price)?(usd)?$/;
const costNames = /^(total)?(cost|amount|charge|price)(amount|total|value)?(usd)?$/;
const refundNames = /^(refund(ed)?(cost|amount)?|amountrefunded)(usd)?$/;
/** Where an amount has decimals of its own, it is no count of dollars either. */
const unitNames =
  /^(cost|amount|price|billing|charge|refund)?(currency|units?|denomination)(code)?$|^(cost|amount)?(scale|exponent)$/;
const inOtherUnits =
  /^(\w*(cost|charge|price|amount)\w*(cents?|micros?|nanos?|ticks|credits?|points?|(micro|nano)usd)|(charged|billed|used|spent|deducted)credits?|credits?(charged|billed|used|spent|deducted|consumed))$/;
/** Of amounts that are no cost of this. */
export const ofOthers = /refund|remain|balance|limit|reserved|estimate|saved|before|after/;

export type Fields = readonly (readonly [name: string, value: unknown])[];

/** Objects within an object that tell of its money, and what their fields are called beside its own. */
const nested: readonly [name: RegExp, before: string][] = [
  [/^refunds?$/i, "refund"],
  [/^(total_?)?cost$/i, "cost"],
  [/^(billing|charges?|payment)$/i, ""],
];

/** The fields of JSON by their names in lower case and without dashes, those of its bill and of a refund among them. */
export function fieldsOf(json: object): Fields {
  return Object.entries(json).flatMap(([name, value]) => {
    const before = nested.find(([names]) => names.test(name))?.[1];
    if (before === undefined || typeof value !== "object" || value === null) {
      return [[alphanumeric(name), value] as const];
    }
    const objects: unknown[] = Array.isArray(value) ? value : [value];
    return objects.flatMap((one) =>
      Object.entries(Object(one)).map(
        ([inner, of]) => [alphanumeric(`${before} ${inner}`), of] as const,
      ),
    );
  });
}

/** In millionths of a US dollar, however much; null where it is not told in dollars. */
export interface Cost {
  /** Less what was paid back. */
  micros: number | null;
  gross: number | null;
  paidBack: number;
  /** Whether there is a cost in cents, credits or the like, too. */
  hasOther: boolean;
}

/** The one reader of money that a gateway tells, beside a picture and in its usage. */
export function readCost(fields: Fields): Cost | "contradicts-itself" {
  const isDollars = fields.every(
    ([name, value]) =>
      !(unitNames.test(name) && value) || /^(us)?(d|\$|dollars?)$/.test(plainUnit(value)),
  );
  const isCounted = (name: string) => isDollars || name.endsWith("usd");
  const costs = (names: RegExp) =>
    fields
      .filter(([name]) => names.test(name))
      .sort(([one], [other]) => precedence(other) - precedence(one))
      .flatMap(([name, value]) => {
        const micros = amountOf(value);
        // Nothing is nothing in any currency.
        return micros === null || !(isCounted(name) || micros === 0) ? [] : [micros];
      });
  const bills = costs(billNames);
  const others = costs(costNames);
  const paidBack = costs(refundNames).reduce((sum, refund) => sum + Math.abs(refund), 0);
  const bill = bills.find((cost) => cost !== 0) ?? bills[0];
  const other = others.find((cost) => cost !== 0) ?? others[0];
  if (bill === 0 && other) return "contradicts-itself";

  const gross = bill ?? other ?? null;
  const hasOther = fields.some(
    ([name, value]) => amountOf(value) && isInOtherUnits(name, isCounted(name)),
  );
  const micros = gross !== null && gross > 0 ? Math.max(0, gross - paidBack) : gross;
  return { micros, gross, paidBack, hasOther };
}

function isInOtherUnits(name: string, isCounted: boolean): boolean {
  if (inOtherUnits.test(name)) return !ofOthers.test(name);
  // An amount may be one of pictures.
  return !isCounted && !name.includes("amount") && (billNames.test(name) || costNames.test(name));
}

/** What is told in dollars comes before what may be, and a total before its parts. */
function precedence(name: string): number {
  return (name.endsWith("usd") ? 2 : 0) + (name.startsWith("total") ? 1 : 0);
}

function plainUnit(unit: unknown): string {
  return String(unit)
    .toLowerCase()
    .replaceAll(/[^a-z\d$]/g, "");
}

export function amountOf(value: unknown): number | null {
  const isNegative = typeof value === "number" ? value < 0 : /^\s*-/.test(String(value));
  const amount = typeof value === "string" ? value.replace(/^\s*-/, "") : Number(value);
  if (typeof value !== "string" && typeof value !== "number") return null;

  const micros = toMicros(isNegative && typeof amount === "number" ? -amount : amount, {
    max: Number.MAX_SAFE_INTEGER,
  });
  return micros !== null && isNegative ? -micros : micros;
}

/** What a field that is a flag says; null where it is none. */
export function flagOf(fields: Fields, names: RegExp): boolean | null {
  const said = fields.find(([name]) => names.test(name))?.[1];
  if (/^(true|yes|1)$/i.test(String(said))) return true;
  return /^(false|no|0)$/i.test(String(said)) ? false : null;
}
