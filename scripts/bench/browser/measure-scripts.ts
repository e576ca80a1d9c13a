import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "playwright";
import type { Figure } from "../report/figure.ts";

interface Screen {
  name: string;
  path: string;
  /** Does what a person does there, where that loads more. */
  use?: (page: Page) => Promise<void>;
}

/** Slow enough that what is asked for later comes later: 100 kB/s, and 150 ms to the server and back. */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 100_000,
  uploadThroughput: 100_000,
};

/** How long no script may come for the loading to count as over. */
const quietMs = 1_000;

/** The JavaScript of each screen, opened anew with an empty cache. Needs a picture to open. */
export async function measureScripts(browser: Browser, studioUrl: string): Promise<Figure[]> {
  const figures = await measureUntilUsed(browser, studioUrl);
  for (const { name, path, use } of await listScreens(studioUrl)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response);
    });

    await page.goto(`${studioUrl}${path}`);
    await untilQuiet(scripts);
    figures.push(toFigure(`JavaScript of ${name}`, await gzipKilobytes(scripts)));
    if (use) {
      await use(page);
      await untilQuiet(scripts);
      figures.push(toFigure(`JavaScript of ${name}, used`, await gzipKilobytes(scripts)));
    }
    await context.close();
  }
  return figures;
}

/** What had come when the prompt of `/` began to listen: React marks it then. */
async function measureUntilUsed(browser: Browser, studioUrl: string): Promise<Figure[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.emulateNetworkConditions", slowLine);
  const scripts: Response[] = [];
  page.on("requestfinished", async (request) => {
    if (request.resourceType() !== "script") return;
    const response = await request.response();
    if (response) scripts.push(response);
  });

  await page.goto(studioUrl, { waitUntil: "commit" });
  await page.waitForFunction(() => {
    const prompt = document.querySelector("textarea");
    return prompt && Object.keys(prompt).some((key) => key.startsWith("__reactProps"));
  });
  const until = [...scripts];
  const figures = [
    toFigure("JavaScript until / can be used", await gzipKilobytes(until)),
    toFigure("· on the wire", await sentKilobytes(until)),
  ];
  await context.close();
  return figures.map((figure) => ({ ...figure, aims: [{ of: "max", limit: 150 }] }));
}

async function listScreens(studioUrl: string): Promise<Screen[]> {
  const response = await fetch(`${studioUrl}/api/images?limit=1`);
  const { images }: { images: { id: string }[] } = await response.json();

  return [
    { name: "/", path: "/", use: useStudio },
    { name: "/gallery", path: "/gallery" },
    { name: "/gallery/[imageId]", path: `/gallery/${images[0]?.id}` },
    { name: "/settings", path: "/settings" },
  ];
}

async function useStudio(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Prompt" }).fill("A boat");
  await page.getByRole("button", { name: /^More/ }).first().click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Generate/ }).click();
}

async function untilQuiet(scripts: readonly Response[]): Promise<void> {
  let before = -1;
  while (scripts.length !== before) {
    before = scripts.length;
    await wait(quietMs);
  }
}

async function gzipKilobytes(scripts: readonly Response[]): Promise<number> {
  const byUrl = new Map(scripts.map((script) => [script.url(), script]));
  const bodies = await Promise.all([...byUrl.values()].map((script) => script.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 6 }).length, 0) / 1_000;
}

/** As they were sent: in Brotli, where the browser takes it (over HTTPS, and from the machine itself). */
async function sentKilobytes(scripts: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(scripts.map((script) => script.request().sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1_000;
}

function toFigure(name: string, value: number): Figure {
  return { name, unit: "kB", values: [value] };
}
