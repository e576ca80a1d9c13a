import type { Browser } from "playwright";
import type { FakeGateway } from "../../e2e/fake-gateway/start-fake-gateway.ts";
import { measureFeed } from "./browser/measure-feed.ts";
import { measurePresses } from "./browser/measure-presses.ts";
import { measureScreens } from "./browser/measure-screens.ts";
import { measureScripts } from "./browser/measure-scripts.ts";
import type { Figure } from "./report/figure.ts";
import { type Memory, readMemoryAtRest } from "./server/read-memory.ts";
import { runStudio } from "./server/run-studio.ts";

/** How often each thing is done. */
export interface Repetitions {
  starts: number;
  presses: number;
  /** Presses before those that count. Both are done twice: without sketches, and with them. */
  warmUp: number;
  openings: number;
  scrollMs: number;
}

interface MeasureStudioOptions {
  browser: Browser;
  gateway: FakeGateway;
  dataDir: string;
  repetitions: Repetitions;
}

/** Serves the studio of a data folder and measures what a person meets in it: presses first, then the screens. */
export async function measureStudio(options: MeasureStudioOptions): Promise<Figure[]> {
  const { browser, gateway, dataDir, repetitions } = options;
  const { presses: count, warmUp, openings, scrollMs } = repetitions;
  const studio = await runStudio({ dataDir, gateway });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(studio.url);
    const before = await readMemoryAtRest(studio.pid);

    const studioUrl = studio.url;
    const press = { page, studioUrl, gateway, count, warmUp };
    const presses = await measurePresses({ ...press, sketches: 0 });
    const sketched = await measurePresses({ ...press, sketches: 2 });
    await context.close();
    const after = await readMemoryAtRest(studio.pid);
    const memory = toMemoryFigures({ before, after, images: 2 * (count + warmUp) });

    const screens = await measureScreens({ browser, studioUrl, count: openings, scrollMs });
    return [
      ...presses,
      ...sketched,
      ...screens,
      ...(await measureFeed({ browser, studioUrl, count, scrollMs })),
      ...(await measureScripts(browser, studioUrl)),
      ...memory,
    ];
  } finally {
    await studio.stop();
  }
}

interface MemoryFigures {
  before: Memory | null;
  after: Memory | null;
  images: number;
}

function toMemoryFigures({ before, after, images }: MemoryFigures): Figure[] {
  if (!before || !after) return [];

  return [
    { name: "memory at rest", unit: "MB", values: [before.now] },
    { name: "memory at most, by then", unit: "MB", values: [before.peak] },
    { name: `memory after ${images} pictures`, unit: "MB", values: [after.now] },
    { name: `memory at most, by the last`, unit: "MB", values: [after.peak] },
  ];
}
