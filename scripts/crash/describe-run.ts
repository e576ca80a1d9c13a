import { failpoints } from "#lib/generation/attempt/failpoint.ts";
import { countStatesAtKills } from "./count-states-at-kills.ts";
import type { Violation } from "./find-violations.ts";
import { rules } from "./rules.ts";
import type { CrashRun } from "./run-crash.ts";

/** Of one rule's violations so many are printed; the file has all. */
const shownMax = 5;

/** What came of a run, for people. */
export function describeRun(run: CrashRun, violations: readonly Violation[]): string {
  const { options, kills, faults, evidence, durationMs } = run;
  const { asked, told, ledger, rows, changes } = evidence;
  const places = tally(kills.map(({ place }) => place));
  const missed = (options.failpoints ?? failpoints).filter((point) => !places[point]);
  const creates = asked.filter(({ operation }) => operation === "create");

  return [
    `seed ${options.seed}, database ${options.database}, ${Math.round(durationMs / 1000)} s`,
    `kills        ${kills.length}: ${list(places)}`,
    ...(missed.length > 0 ? [`             never at: ${missed.join(", ")}`] : []),
    `fell on      ${list(countStatesAtKills(kills, changes))}`,
    `faults       ${list(faults)}`,
    `presses      ${new Set(creates.map(({ key }) => key)).size}, sent ${creates.length} times; ${list(tally(asked.map(({ operation, status }) => `${operation} ${status ?? "cut off"}`)))}`,
    `attempts     ${rows.attempts.length}: ${list(tally(rows.attempts.map(({ state }) => state)))}; ${rows.attempts.filter(({ retryOfId }) => retryOfId).length} of them retries`,
    `pictures     ${rows.images.length} in ${evidence.files.length} files; ${evidence.spooled.length} lay in the spool at a kill`,
    `gateway      ${ledger.charges.length} charges, ${ledger.requests.filter(({ idempotencyKey }) => idempotencyKey).length} paid requests`,
    `events       ${rows.eventSequence}, read ${told.events.length} times; ${changes.length} changes of attempts`,
    "",
    ...rules.flatMap(({ name, promise }) => describeRule({ name, promise, violations })),
    "",
    `${violations.length} violations`,
  ].join("\n");
}

function describeRule({
  name,
  promise,
  violations,
}: {
  name: string;
  promise: string;
  violations: readonly Violation[];
}): string[] {
  const own = violations.filter(({ rule }) => rule === name);
  return [
    `${String(own.length).padStart(4)} violations  ${name}: ${promise}`,
    ...own.slice(0, shownMax).map(({ what }) => `        ${what.slice(0, 2_000)}`),
  ];
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function list(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return parts.join(", ") || "none";
}
