import { summarize } from "./report/summarize.ts";
import { measureStreams, type StreamFigures } from "./server/measure-streams.ts";

const head = [
  "studio",
  "streams",
  "opened in, s",
  "change → reader p50, ms",
  "p95",
  "max",
  "missing",
  "health with them p95, ms",
  "health while they close max, ms",
  "memory at rest, MB",
  "with them",
  "10 s after",
];

/** Measures event streams on this studio, and on those in other folders, which must be built; prints a table. */
export async function runStreamsBench({
  streams,
  others,
}: {
  streams: readonly number[];
  others: readonly string[];
}): Promise<void> {
  const rows: string[][] = [];
  for (const folder of [...others, undefined]) {
    for (const count of streams) {
      console.log(`Measuring ${count} streams${folder ? ` of ${folder}` : ""}.`);
      const figures = await measureStreams({ streams: count, folder });
      rows.push([folder ?? "this one", ...toCells(figures)]);
    }
  }

  const lines = [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows];
  console.log(`\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`);
}

function toCells(figures: StreamFigures): string[] {
  const arrivals = summarize(figures.arrivals);
  const cells = [
    figures.streams,
    figures.openMs / 1_000,
    arrivals.p50,
    arrivals.p95,
    arrivals.max,
    figures.missing,
    summarize(figures.healthOpen).p95,
    summarize(figures.healthClosing).max,
    figures.restMb,
    figures.openMb,
    figures.closedMb,
  ];
  return cells.map((cell) =>
    Number.isInteger(cell) ? String(cell) : cell.toFixed(cell < 10 ? 1 : 0),
  );
}
