export interface NumberRange {
  min: number;
  max: number;
  step?: number;
}

/** The allowed number nearest to what was typed, as text; "" for what is no number. */
export function fitNumber(text: string, { min, max, step = 1 }: NumberRange): string {
  const typed = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(typed)) return "";

  const inRange = Math.min(max, Math.max(min, typed));
  return String(Math.min(max, Math.max(min, Math.round(inRange / step) * step)));
}
