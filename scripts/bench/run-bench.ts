import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFakeGateway } from "../../e2e/fake-gateway/start-fake-gateway.ts";
import { seedLibrary } from "../seed/seed-library.ts";
import { openBrowser } from "./browser/open-browser.ts";
import { measureStudio, type Repetitions } from "./measure-studio.ts";
import { describeMachine } from "./report/describe-machine.ts";
import type { Figure, Run } from "./report/figure.ts";
import { formatTable } from "./report/format-table.ts";
import { summarize } from "./report/summarize.ts";
import { measureStarts } from "./server/measure-starts.ts";

interface BenchOptions {
  /** The size of the longer history. */
  images: number;
  isQuick: boolean;
}

const thorough: Repetitions = {
  starts: 5,
  presses: 22,
  warmUp: 3,
  openings: 10,
  scrollMs: 5_000,
};
const quick: Repetitions = { starts: 1, presses: 8, warmUp: 2, openings: 2, scrollMs: 2_000 };

/** What the gateway takes for each picture, before it draws. */
const gatewayDelayMs = 300;

const resultsDir = "bench-results";

/** Measures the studio of this folder without a history and with one, and prints and keeps what it found. */
export async function runBench({ images, isQuick }: BenchOptions): Promise<void> {
  const repetitions = isQuick ? quick : thorough;
  const browser = await openBrowser();
  const directory = await mkdtemp(join(tmpdir(), "atelier-bench-"));
  const machine = describeMachine(browser);
  const runs: Run[] = [];
  try {
    for (const history of [0, images]) {
      console.log(`Measuring with ${history} generations.`);
      const dataDirs = await makeDataDirs(directory, { history, count: repetitions.starts });
      runs.push({ history, figures: await measure({ browser, dataDirs, history, repetitions }) });
    }
    const note = isQuick ? " A quick run: the figures are rough." : "";
    console.log(`\n${machine}.${note}\n\n${formatTable(runs)}\n`);
    console.log(`Kept in ${await keep(runs, { machine, isQuick })}.`);
  } finally {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A first start needs a folder of its own each time; a history is put into one that has had it. */
async function makeDataDirs(
  directory: string,
  { history, count }: { history: number; count: number },
): Promise<string[]> {
  if (history === 0) {
    return Promise.all(Array.from({ length: count }, () => mkdtemp(join(directory, "empty-"))));
  }

  const dataDir = await mkdtemp(join(directory, "history-"));
  await seedLibrary({ dataDir, images: history });
  return Array.from({ length: count }, () => dataDir);
}

interface MeasureOptions {
  browser: Awaited<ReturnType<typeof openBrowser>>;
  dataDirs: readonly string[];
  history: number;
  repetitions: Repetitions;
}

async function measure(options: MeasureOptions): Promise<Figure[]> {
  const { browser, dataDirs, history, repetitions } = options;
  const [dataDir = ""] = dataDirs;
  const gateway = await startFakeGateway({ delayMs: gatewayDelayMs });
  try {
    const first = history === 0 ? await measureStarts(dataDirs, gateway) : [];
    const later = await measureStarts(dataDirs, gateway);
    const met = await measureStudio({ browser, gateway, dataDir, repetitions });
    return [
      ...met,
      ...(history === 0 ? [toFigure("first start", first)] : []),
      toFigure("later start", later),
    ];
  } finally {
    await gateway.close();
  }
}

function toFigure(name: string, values: readonly number[]): Figure {
  return { name, unit: "ms", values };
}

async function keep(
  runs: readonly Run[],
  { machine, isQuick }: { machine: string; isQuick: boolean },
): Promise<string> {
  const at = new Date().toISOString();
  const summarized = runs.map(({ history, figures }) => ({
    history,
    figures: figures.map((figure) => ({ ...figure, ...summarize(figure.values) })),
  }));
  const file = join(resultsDir, `${at.replaceAll(":", "-").slice(0, 19)}.json`);
  await mkdir(resultsDir, { recursive: true });
  await writeFile(file, JSON.stringify({ at, machine, isQuick, runs: summarized }, null, 2));
  return file;
}
