import type { Page } from "playwright";
import type { Figure } from "../report/figure.ts";

interface MeasureKeysOptions {
  /** Keys that are typed, after some that do not count. */
  count: number;
  /** Of the figure. */
  name: string;
}

const warmUp = 5;
const prompt = "a lighthouse on a cliff above a stormy sea, ".repeat(800).slice(0, 32_000);

/** Types into a prompt of the studio as long as the longest that is taken, and measures what the page does for each key. */
export async function measureKeys(
  page: Page,
  { count, name }: MeasureKeysOptions,
): Promise<Figure[]> {
  await page.getByLabel("Prompt").fill(prompt);
  const values = await page.evaluate(typeKeys, warmUp + count);
  // One refresh at 60 Hz.
  return [{ name, unit: "ms", values: values.slice(warmUp), aims: [{ of: "p95", limit: 16.7 }] }];
}

/** In the page: how long each key took until its letter, and whatever follows from it, is laid out. */
async function typeKeys(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let key = 0; key < count; key += 1) {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    document.execCommand("insertText", false, "x");
    // React draws at the end of the event's own task.
    await null;
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}
