import {
  type Finding,
  type FindingKind,
  findingKinds,
  isDifference,
} from "#lib/backup/verify/finding.ts";
import type { Inspection } from "#lib/backup/verify/inspect.server.ts";
import type { Repair } from "#lib/backup/verify/repair.server.ts";
import { formatCount, formatSize } from "./format-size.ts";

/** How many of each kind are shown; `--json` tells all. */
const shownMax = 20;

/** What a verification found, and what was done about it, for people. */
export function describeInspection({
  inspection: { database, takenAt, counts },
  repairs,
  left,
  seconds,
}: {
  inspection: Inspection;
  repairs: Repair[];
  left: Finding[];
  seconds: number;
}): string {
  const differences = left.filter(isDifference);
  const { generations, attempts, pictures, files, bytes } = counts;
  return [
    `Verified the studio as it was at ${takenAt}, in ${seconds.toFixed(1)} s`,
    `  database  ${database}: ${formatCount(generations)} generations, ${formatCount(attempts)} attempts`,
    `  files     ${formatCount(files)} (${formatSize(bytes)}) of ${formatCount(pictures)} pictures`,
    ...describeRepairs(repairs),
    ...describeGroups(differences),
    ...describeGroups(left.filter((finding) => !isDifference(finding))),
    "",
    `${formatCount(differences.length)} ${differences.length === 1 ? "difference" : "differences"}${repairs.length > 0 ? " left" : ""}.`,
  ].join("\n");
}

function describeRepairs(repairs: Repair[]): string[] {
  if (repairs.length === 0) return [];

  return [
    "",
    `Repaired ${formatCount(repairs.filter(({ left }) => !left).length)} of ${formatCount(repairs.length)}`,
    ...shorten(repairs.map(({ finding, done }) => `${finding.subject}: ${done}`)),
  ];
}

function describeGroups(findings: Finding[]): string[] {
  const groups = Map.groupBy(findings, ({ kind }) => kind);
  return [...groups].flatMap(([kind, group]: [FindingKind, Finding[]]) => [
    "",
    `${findingKinds[kind].title}: ${formatCount(group.length)}`,
    ...shorten(group.map(({ subject, detail }) => (detail ? `${subject}  ${detail}` : subject))),
    `  ${findingKinds[kind].advice}`,
  ]);
}

function shorten(lines: string[]): string[] {
  const shown = lines.slice(0, shownMax).map((line) => `    ${line}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `    and ${formatCount(rest)} more`] : shown;
}
