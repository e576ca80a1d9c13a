/** A price in US dollars, as a number or a decimal string, in millionths; null for what is no price. */
export function toMicros(dollars: unknown): number | null {
  const isDecimal = typeof dollars === "string" && /^\d+(\.\d+)?(e-?\d+)?$/i.test(dollars.trim());
  if (typeof dollars !== "number" && !isDecimal) return null;

  const micros = Math.round(Number(dollars) * 1_000_000);
  return Number.isSafeInteger(micros) && micros >= 0 ? micros : null;
}
