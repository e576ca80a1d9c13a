import type { Browser, Page } from "playwright";
import type { Aim, Figure } from "../report/figure.ts";
import { observeImages, observeScrolling } from "./observe-images.ts";

interface MeasureScreensOptions {
  browser: Browser;
  studioUrl: string;
  /** How often each is opened. */
  count: number;
  scrollMs: number;
}

/** A wheel's notch, in pixels. */
const notch = 120;

/** At 60 Hz a frame lasts 16.7 ms; one this long has missed a refresh, and that two. */
const lateMs = 25;
const veryLateMs = 42;

/** Opens the studio and the gallery with an empty cache each time, and scrolls through the gallery. */
export async function measureScreens(options: MeasureScreensOptions): Promise<Figure[]> {
  const { browser, studioUrl, scrollMs } = options;
  const studio = await measureOpening(options, { name: "studio", path: "/" });
  const gallery = await measureOpening(options, {
    name: "gallery",
    path: "/gallery",
    aims: [{ of: "p95", limit: 1_000 }],
  });

  const page = await newPage(browser);
  await page.goto(`${studioUrl}/gallery`, { waitUntil: "commit" });
  await page.evaluate(observeImages);
  const scrolling = await measureScrolling(page, scrollMs);
  await page.context().close();
  return [...studio, ...gallery, ...scrolling];
}

async function measureOpening(
  { browser, studioUrl, count }: MeasureScreensOptions,
  { name, path, aims = [] }: { name: string; path: string; aims?: Aim[] },
): Promise<Figure[]> {
  const opened: Awaited<ReturnType<typeof observeImages>>[] = [];
  for (let time = 0; time < count; time += 1) {
    const page = await newPage(browser);
    await page.goto(`${studioUrl}${path}`, { waitUntil: "commit" });
    opened.push(await page.evaluate(observeImages));
    await page.context().close();
  }

  return [
    { name: `${name}: first paint`, unit: "ms", values: opened.map((one) => one.firstPaint) },
    {
      name: `${name}: all pictures in sight`,
      unit: "ms",
      values: opened.map((one) => one.allImages),
      aims,
    },
  ];
}

async function measureScrolling(page: Page, scrollMs: number): Promise<Figure[]> {
  await page.mouse.move(700, 450);
  let isOver = false;
  const observed = page.evaluate(observeScrolling, scrollMs).finally(() => {
    isOver = true;
  });
  while (!isOver) await page.mouse.wheel(0, notch);
  const { gaps, elements, tiles, scrolledTo } = await observed;
  const share = (limitMs: number) =>
    (100 * gaps.filter((gap) => gap > limitMs).length) / gaps.length;

  return [
    { name: "gallery: from frame to frame", unit: "ms", values: gaps },
    { name: "gallery: frames over 25 ms", unit: "%", values: [share(lateMs)] },
    { name: "gallery: frames over 42 ms", unit: "%", values: [share(veryLateMs)] },
    { name: "gallery: scrolled, pixels", unit: "", values: [scrolledTo] },
    { name: "gallery: tiles", unit: "", values: [tiles], aims: [{ of: "max", limit: 300 }] },
    { name: "gallery: elements", unit: "", values: [elements] },
  ];
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}
