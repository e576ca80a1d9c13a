import type { Evidence } from "../evidence.ts";

/** Whether what the gateway sent for this attempt was, by its scenario, no usable picture. */
export function isSpoilt({ rows }: Pick<Evidence, "rows">, attemptId: string): boolean {
  const attempt = rows.attempts.find(({ id }) => id === attemptId);
  const generation = rows.generations.find(({ id }) => id === attempt?.generationId);
  return generation?.prompt.includes("[[corrupt]]") ?? false;
}
