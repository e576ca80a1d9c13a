import type { AttemptChange } from "./evidence.ts";
import type { Kill } from "./kills/kill.ts";

const heldStates = ["claimed", "sending", "receiving", "storing"];

/**
 * In which states the attempts were that a process held when it was killed; `idle` counts the kills that met none. What
 * is counted are attempts, so that the sum is more than the kills.
 */
export function countStatesAtKills(
  kills: readonly Kill[],
  changes: readonly AttemptChange[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const state of heldStates) counts[state] = 0;
  counts["idle"] = 0;

  for (const { at, pid } of kills) {
    const states = heldBy({ pid, changes: changes.filter((change) => change.at <= at) });
    if (states.length === 0) counts["idle"] = (counts["idle"] ?? 0) + 1;
    for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

function heldBy({ pid, changes }: { pid: number; changes: readonly AttemptChange[] }): string[] {
  const latest = new Map(changes.map((change) => [change.attemptId, change]));
  return [...latest.values()]
    .filter(({ to, newOwner }) => heldStates.includes(to) && newOwner?.endsWith(`:${pid}`))
    .map(({ to }) => to);
}
