import { costMicrosMax } from "#lib/engine/cost-micros.ts";

/**
 * A price in US dollars, as a number or a decimal string, in millionths; null for what is no price, and for what no picture can
 * cost.
 */
export function toMicros(dollars: unknown, { max = costMicrosMax } = {}): number | null {
  const isDecimal =
    typeof dollars === "string" &&
    /^(\d{1,40}(\.\d{0,40})?|\.\d{1,40})(e-?\d{1,3})?$/i.test(dollars.trim());
  if (typeof dollars !== "number" && !isDecimal) return null;

  const micros = Math.round(Number(dollars) * 1_000_000);
  return micros >= 0 && micros <= max ? micros : null;
}
