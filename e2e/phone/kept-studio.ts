import { expect, type Page } from "playwright/test";

/** The addresses in every cache of the browser, by the cache's name. */
export function readCaches(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const entries = names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      const addresses = requests.map(({ url }) => url.slice(location.origin.length));
      return [name, addresses] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  });
}

/** Waits until the worker has kept the shell and this many thumbnails, and forgets what else the browser remembers. */
export async function waitUntilKept(page: Page, thumbnails: number): Promise<void> {
  await expect
    // The worker fetches them one after the other, behind whatever else there is to do.
    .poll(async () => (await readCaches(page))["atelier-thumbnails"]?.length)
    .toBe(thumbnails);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe("activated");
  const client = await page.context().newCDPSession(page);
  await client.send("Network.clearBrowserCache");
}
