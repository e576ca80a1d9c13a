import type { AttemptView } from "#lib/contract/generation-view.ts";

/** The attempts that count, by their tiles: a retry takes the place of the attempt that it repeats. */
export function newestAttempts(attempts: readonly AttemptView[]): AttemptView[] {
  const byIndex = new Map<number, AttemptView>();
  for (const attempt of attempts) {
    const other = byIndex.get(attempt.index);
    if (!other || other.id < attempt.id) byIndex.set(attempt.index, attempt);
  }
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}
