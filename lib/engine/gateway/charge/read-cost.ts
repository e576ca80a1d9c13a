import { plain } from "#lib/engine/gateway/charge/is-about.ts";
import { toMicros } from "#lib/engine/gateway/charge/to-micros.ts";

/** Names of a cost, lower case and without dashes: what was billed comes before what it is made of. */
const billNames = /^(final|billed|charged|actual)(cost|amount|charge|price)?(usd)?$/;
const costNames = /^(total)?(cost|amount|charge|price)(usd)?$/;
const refundNames = /^refund(ed)?(cost|amount)?(usd)?$/;
const unitNames = /^(cost|amount|price|billing)?(currency|unit)$/;

export type Fields = readonly (readonly [name: string, value: unknown])[];

/** The fields of JSON by their names in lower case and without dashes; a refund may be an object of its own. */
export function fieldsOf(json: object): Fields {
  return Object.entries(json).flatMap(([name, value]) =>
    /^refund$/i.test(name) && typeof value === "object" && value !== null
      ? Object.entries(value).map(([inner, of]) => [plain(`refund ${inner}`), of] as const)
      : [[plain(name), value] as const],
  );
}

/** In millionths of a US dollar, however much, less what was paid back; null where it is not told in dollars. */
export interface Cost {
  micros: number | null;
  paidBack: number;
}

/** The one reader of money that a gateway tells, beside a picture and in its usage. */
export function readCost(fields: Fields): Cost | "contradicts-itself" {
  const unit = fields.find(([name, value]) => unitNames.test(name) && value)?.[1];
  const isDollars = unit === undefined || /^(us)?(d|\$|dollars?)$/.test(plainUnit(unit));
  const costs = (names: RegExp) =>
    fields
      .filter(([name]) => names.test(name))
      .sort(([one], [other]) => precedence(other) - precedence(one))
      .flatMap(([name, value]) => {
        const micros = amountOf(value);
        // Nothing is nothing in any currency.
        return micros === null || !(isDollars || name.endsWith("usd") || micros === 0)
          ? []
          : [micros];
      });
  const bills = costs(billNames);
  const others = costs(costNames);
  const paidBack = costs(refundNames).reduce((sum, refund) => sum + Math.abs(refund), 0);
  const bill = bills.find((cost) => cost !== 0) ?? bills[0];
  const other = others.find((cost) => cost !== 0) ?? others[0];
  if (bill === 0 && other) return "contradicts-itself";

  const cost = bill ?? other ?? null;
  return { micros: cost !== null && cost > 0 ? Math.max(0, cost - paidBack) : cost, paidBack };
}

/** What is told in dollars comes before what may be, and a total before its parts. */
function precedence(name: string): number {
  return (name.endsWith("usd") ? 2 : 0) + (name.startsWith("total") ? 1 : 0);
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

/** What a field that is a flag says; null where it is none. */
export function flagOf(fields: Fields, names: RegExp): boolean | null {
  const said = fields.find(([name]) => names.test(name))?.[1];
  if (/^(true|yes|1)$/i.test(String(said))) return true;
  return /^(false|no|0)$/i.test(String(said)) ? false : null;
}
