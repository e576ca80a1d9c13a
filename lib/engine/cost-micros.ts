/** The most that is taken for the cost of a picture, in millionths of a US dollar: $2,147, which is what the database holds. */
export const costMicrosMax = 2_147_483_647;

/** A cost that is known and can be kept: whole, not less than nothing, and not more than a picture can cost; else null. */
export function toKnownCost(micros: number | null): number | null {
  if (micros === null) return null;
  const whole = Math.round(micros);
  return whole >= 0 && whole <= costMicrosMax ? whole : null;
}
