import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";

declare global {
  interface Window {
    shifts: { value: number; moved: string[] }[];
  }
}

/** Notes from now on all of the feed that moves without having been asked to. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!("value" in entry && "hadRecentInput" in entry && "sources" in entry)) continue;
        if (entry.hadRecentInput) continue;
        const sources = Array.isArray(entry.sources) ? entry.sources : [];
        const moved = sources.flatMap(({ node, previousRect, currentRect }) => {
          // The composer and the queue's pill are no part of the feed.
          const article = node instanceof Element && node.closest("article");
          if (!article) return [];
          const where = JSON.stringify([previousRect, currentRect]);
          return [`${article.ariaLabel}: ${node.outerHTML.slice(0, 120)} ${where}`];
        });
        if (moved.length === 0) continue;
        window.shifts.push({ value: Number(entry.value), moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved, once the browser has drawn what there is. */
function shiftsOf(page: Page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return window.shifts;
  });
}

/** Presses, and forgets what made place for it. */
async function pressAt(width: number, page: Page, prompt: string, n: number): Promise<void> {
  if (width > 390) await press(page, prompt, { n });
  else {
    await page.getByLabel("Prompt").fill(prompt);
    await page.keyboard.press("Control+Enter");
  }
  await expect(cardOf(page, prompt)).toBeVisible();
  await shiftsOf(page);
  await page.evaluate(() => {
    window.shifts = [];
  });
}

for (const [width, height, counts] of [
  [1440, 900, [1, 4, 10]],
  [1024, 768, [1, 4]],
  // Its count is chosen in a sheet.
  [390, 844, [1]],
] as const) {
  for (const n of counts) {
    test(`nothing moves when ${n} of ${n} land, or fail, at ${width} pixels`, async ({
      page,
      request,
      studio,
      gateway,
    }) => {
      const api = createStudioApi(request, studio.url);
      await api.make({ prompt: `an older grebe ${newGate()}`, size: "1536x1024" });
      await page.setViewportSize({ width, height });
      await watchShifts(page);
      await page.goto("/");
      expect(await shiftsOf(page), "as the page comes").toEqual([]);

      const [landing, failing] = [newGate(), newGate()];
      const lands = `a landing grebe ${landing} [[hold:${landing}]]`;
      await pressAt(width, page, lands, n);
      await gateway.reached(landing);
      gateway.release(landing);
      await expect(imageOf(page, lands)).toHaveCount(n);
      await expect(cardOf(page, lands).getByRole("button", { name: "Stop" })).toHaveCount(0);

      const fails = `a failing grebe ${failing} [[hold:${failing}]] [[html]]`;
      expect(await shiftsOf(page), "while pictures come").toEqual([]);
      await pressAt(width, page, fails, n);
      await gateway.reached(failing);
      gateway.release(failing);
      await expect(cardOf(page, fails).getByRole("button", { name: "Details" })).toBeVisible();
      await expect(cardOf(page, fails).getByRole("button", { name: "Stop" })).toHaveCount(0);
      expect(await shiftsOf(page), "while pictures fail").toEqual([]);

      await page.reload();
      await expect(cardOf(page, fails).getByRole("button", { name: "Details" })).toBeVisible();
      expect(await shiftsOf(page), "at the next visit").toEqual([]);
    });
  }
}

test("a visit fetches the pictures that are in sight, no preview that never was, and nothing in vain", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const api = createStudioApi(request, studio.url);
  for (let at = 0; at < 12; at++) {
    await api.make({ prompt: `grebe ${at}`, size: "1024x1024", n: 1 });
  }
  const gate = newGate();
  const held = `a held grebe ${gate} [[hold-picture:${gate}]]`;
  await page.goto("/");
  await press(page, held);
  await gateway.reached(gate);

  const failed: string[] = [];
  const complaints: string[] = [];
  page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await page.reload();
  await expect(cardOf(page, held).getByText("Making")).toBeVisible();
  await expect.poll(() => page.evaluate(areLoadedInSight)).toBe(true);

  // Of this document: the one before may have asked for its own until it was left.
  const pictures = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .flatMap(({ name }) => (name.includes("/api/images/") ? [name] : [])),
  );
  expect(pictures.length, pictures.join(" ")).toBeLessThanOrEqual(4);
  expect(failed).toEqual([]);
  expect(complaints.filter((text) => /preload/.test(text))).toEqual([]);
  gateway.release(gate);
  await expect(imageOf(page, held)).toBeVisible();
});

/** Whether all pictures that can be seen are there; there are some. */
function areLoadedInSight(): boolean {
  const seen = [...document.images].filter((image) => {
    const { top, bottom } = image.getBoundingClientRect();
    return image.checkVisibility() && bottom > 0 && top < innerHeight;
  });
  return seen.length > 0 && seen.every(({ complete }) => complete);
}
