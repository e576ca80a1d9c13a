import type { Browser, Page } from "playwright";
import type { Figure } from "../report/figure.ts";
import { measureKeys } from "./measure-keys.ts";
import { observeScrolling } from "./observe-images.ts";

interface MeasureFeedOptions {
  browser: Browser;
  studioUrl: string;
  /** Keys that are typed. */
  count: number;
  scrollMs: number;
}

/** A wheel's notch, in pixels; up is what is older. */
const notch = -120;

/** The studio as it is opened, and the same with the whole history of its feed loaded: what each page of it leaves behind. */
export async function measureFeed(options: MeasureFeedOptions): Promise<Figure[]> {
  const { browser, studioUrl, count, scrollMs } = options;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  let pages = 0;
  page.on("response", (response) => {
    if (/\/api\/generations\?/.test(response.url())) pages += 1;
  });
  await page.goto(studioUrl, { waitUntil: "networkidle" });

  const weigh = async (name: string): Promise<Figure[]> => {
    await line.send("HeapProfiler.collectGarbage");
    const { usedSize } = await line.send("Runtime.getHeapUsage");
    const elements = await page.evaluate(() => document.getElementsByTagName("*").length);
    return [
      { name: `${name}: elements`, unit: "", values: [elements] },
      { name: `${name}: JavaScript's memory`, unit: "MB", values: [usedSize / 1e6] },
    ];
  };

  const before = await weigh("feed, as it is opened");
  const keys = await measureKeys(page, { count, name: "a key in 32,000 characters" });
  await page.evaluate(loadAll);
  const loaded: Figure = { name: "feed: further pages loaded", unit: "", values: [pages] };
  const after = await weigh("feed, all of it loaded");
  const keysAfter = await measureKeys(page, { count, name: "a key, all of the feed loaded" });
  const scrolling = await measureScrolling(page, scrollMs);
  await context.close();
  return [...before, ...keys, loaded, ...after, ...keysAfter, ...scrolling];
}

/** In the page: goes to the oldest until no older come, and back to the newest. */
async function loadAll(): Promise<void> {
  const scroller = document.querySelector('[data-slot="feed"]')?.parentElement;
  const isMore = () => scroller?.querySelector('[data-slot="skeleton"]');
  while (isMore()) {
    scroller?.scrollTo({ top: -scroller.scrollHeight });
    await new Promise(requestAnimationFrame);
  }
  scroller?.scrollTo({ top: 0 });
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

async function measureScrolling(page: Page, scrollMs: number): Promise<Figure[]> {
  await page.mouse.move(700, 300);
  let isOver = false;
  const observed = page.evaluate(observeScrolling, scrollMs).finally(() => {
    isOver = true;
  });
  while (!isOver) await page.mouse.wheel(0, notch);
  const { gaps, elements } = await observed;
  return [
    { name: "feed, scrolled: from frame to frame", unit: "ms", values: gaps },
    { name: "feed, scrolled: elements", unit: "", values: [elements] },
  ];
}
