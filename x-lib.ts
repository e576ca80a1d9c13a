import { readFileSync } from "node:fs";
import { chromium, type Page } from "playwright";
import { findBrowser } from "./e2e/find-browser.ts";
export const urls = JSON.parse(readFileSync("/tmp/bu/urls.json", "utf8"));
export async function open() {
  const b = await findBrowser();
  const browser = await chromium.launch({ executablePath: b.path, env: { ...process.env, ...b.env } as any, args: ["--no-sandbox"] });
  return browser;
}
export async function newPage(browser: any, { width = 1440, height = 900, dark = false, touch = false } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light", hasTouch: touch, isMobile: touch, deviceScaleFactor: 1 });
  const page = await context.newPage();
  page.on("pageerror", (e: Error) => console.log("PAGEERROR", e.message));
  page.on("console", (m: any) => { if (m.type() === "error") console.log("CONSOLE", m.text()); });
  return page;
}
export const shot = (page: Page, name: string, full = false) => page.screenshot({ path: `/tmp/bu/shots/${name}.png`, fullPage: full });
