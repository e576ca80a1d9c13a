import { type Browser, chromium } from "playwright";
import { findBrowser } from "../../../e2e/fixtures/find-browser.ts";

/** Starts the browser of the browser tests, without a window. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();

  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [
      // The sandbox refuses to run for root, as in most containers.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });
}
