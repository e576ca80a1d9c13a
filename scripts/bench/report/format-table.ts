import type { Aim, Run } from "./figure.ts";
import { type Summary, summarize } from "./summarize.ts";

const head = ["figure", "history", "n", "p50", "p95", "min", "max", "aim", "of the aim"];

/** The runs as one Markdown table, the same figure of each run side by side. */
export function formatTable(runs: readonly Run[]): string {
  const names = new Set(runs.flatMap(({ figures }) => figures.map(({ name }) => name)));
  const rows = [...names].flatMap((name) => runs.flatMap((run) => formatRow(run, name)));
  const lines = [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows];

  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function formatRow({ history, figures }: Run, name: string): string[][] {
  const figure = figures.find((one) => one.name === name);
  if (!figure) return [];

  const { unit, values, aims = [] } = figure;
  const summary = summarize(values);
  const cells = [summary.p50, summary.p95, summary.min, summary.max].map(formatNumber);
  const label = unit ? `${name}, ${unit}` : name;
  const aim = aims.map(({ of, limit }) => `${of} < ${limit}`).join(", ");

  return [
    [label, String(history), String(summary.count), ...cells, aim, formatShare(aims, summary)],
  ];
}

/** How much of what is allowed was used: below 1 the aim is reached. */
function formatShare(aims: readonly Aim[], summary: Summary): string {
  return aims.map(({ of, limit }) => `${(summary[of] / limit).toFixed(2)} ×`).join(", ");
}

function formatNumber(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
