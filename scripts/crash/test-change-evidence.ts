import type { AttemptRow, Evidence, ImageRow } from "./evidence.ts";

/** What went wrong, the rule that must see it, and the evidence that it leaves. */
export type Broken = [
  rule: string,
  what: string,
  breakIt: (evidence: Evidence) => Partial<Evidence>,
];

/** The rows with one attempt changed. */
export function attempt(
  { rows }: Evidence,
  id: string,
  changes: Partial<AttemptRow>,
): Partial<Evidence> {
  const attempts = rows.attempts.map((one) => (one.id === id ? { ...one, ...changes } : one));
  return { rows: { ...rows, attempts } };
}

/** The rows with one attempt's pictures changed. */
export function image(
  { rows }: Evidence,
  attemptId: string,
  changes: Partial<ImageRow>,
): Partial<Evidence> {
  const images = rows.images.map((one) =>
    one.attemptId === attemptId ? { ...one, ...changes } : one,
  );
  return { rows: { ...rows, images } };
}
