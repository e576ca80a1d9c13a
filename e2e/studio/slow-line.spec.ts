import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate } from "../fixtures/studio-screen.ts";

/** A train's network, to a browser that has nothing of the studio yet. */
async function slowDown(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Network.enable");
  const bytesPerSecond = 50_000;
  await browser.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** Notes from now on, in each document, whatever moves without having been asked to. */
async function watchJumps(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const jumps: string[] = [];
    Object.assign(window, { jumps });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!("sources" in entry && "hadRecentInput" in entry) || entry.hadRecentInput) continue;
        const sources = Array.isArray(entry.sources) ? entry.sources : [];
        for (const { node, previousRect, currentRect } of sources) {
          // The queue's pill is as wide as what it says, and the feed's frame as high as what is in it.
          const isFrame =
            node instanceof Element &&
            node.matches("[data-slot=feed], :has(> * > [popovertarget=queue])");
          if (isFrame) continue;
          const what = node instanceof Element ? node.outerHTML.slice(0, 260) : "text";
          jumps.push(`${what} ${JSON.stringify([previousRect, currentRect])}`);
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      return Reflect.get(window, "jumps");
    });
}

test("a day on a slow line: what is written and pressed before the page is ready is made once, its picture opens and closes, and nothing jumps", async ({
  page,
  gateway,
}) => {
  const text = `a gull ${newGate()}`;
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await slowDown(page);
  const readJumps = await watchJumps(page);

  await test.step("written and pressed before the page is ready", async () => {
    await page.goto("/", { waitUntil: "commit" });
    await prompt.focus();
    await page.keyboard.insertText(text);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Kept until ready")).toBeVisible();
    await expect(imageOf(page, text)).toBeVisible();
    await expect(cardOf(page, text)).toHaveCount(1);
    await expect(prompt).toHaveValue(text);
  });

  await test.step("a key on the picture before its code has come", async () => {
    await cardOf(page, text).getByRole("link").first().focus();
    await page.keyboard.press("f");
    await expect(page.getByText("Added to favourites")).toBeAttached();
  });

  await test.step("by the palette to the gallery", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("gallery");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  });

  await test.step("the picture opens, and closes where one was", async () => {
    await page.getByRole("gridcell").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/gallery\/[0-9a-f-]+$/);
    await expect(page.getByRole("heading", { name: text })).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("gridcell").getByRole("link").first()).toBeFocused();
    await page.goBack();
    await expect(imageOf(page, text)).toBeInViewport();
    await expect(cardOf(page, text)).toHaveCount(1);
    await expect(prompt).toHaveValue(text);
  });
  expect(await readJumps()).toEqual([]);

  await test.step("a model, typed before the list of models has come", async () => {
    await page.getByRole("button", { name: /^Model:/ }).click();
    await page.keyboard.type("imagen");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Model: Imagen/ })).toBeFocused();
    await expect(prompt).toHaveValue(text);
  });
  expect(chargesOf(gateway, text)).toHaveLength(1);
});
