import type { Page } from "playwright/test";
import { expect } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  press,
  waitForFeed,
} from "../fixtures/studio-screen.ts";
import { isPress, kept, pressWithoutStudio, wiredTest as test } from "./wired-test.ts";

/** Opens the studio in a tab, and waits until that follows its events. */
async function follow(tab: Page, url: string) {
  const followed = tab.waitForResponse((response) => response.url().includes("/api/events"));
  await tab.goto(url);
  await waitForFeed(tab);
  await followed;
}

const closeTab = /You can close this tab/;

test("a press while the studio is down outlives its tab, and is sent once by the tabs that open next", async ({
  page,
  openTab,
  wire,
  gateway,
}) => {
  const prompt = `a kept heron ${newGate()}`;
  await pressWithoutStudio(page, wire, prompt);
  await expect(cardOf(page, prompt).getByText(kept)).toBeVisible();
  await expect(page.getByText(closeTab)).toHaveCount(0);
  await page.close();
  await wire.mend();

  const tabs = [await openTab(), await openTab()];
  await Promise.all(tabs.map((tab) => tab.goto(wire.url)));
  for (const tab of tabs) {
    await expect(imageOf(tab, prompt)).toBeVisible();
    await expect(cardOf(tab, prompt)).toHaveCount(1);
  }
  expect(chargesOf(gateway, prompt)).toHaveLength(1);

  await tabs[0]?.reload();
  await expect(imageOf(tabs[0] ?? page, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("a press that waits is sent by its own tab when the studio is back, and then the tab can be closed", async ({
  page,
  wire,
  gateway,
}) => {
  const prompt = `a waiting heron ${newGate()}`;
  await pressWithoutStudio(page, wire, prompt);
  await expect(page.getByText(closeTab)).toHaveCount(0);
  await wire.mend();

  await expect(page.getByText(closeTab)).toBeVisible();
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("another tab shows a press that waits, and sends it once its own tab is closed", async ({
  page,
  openTab,
  wire,
  gateway,
}) => {
  const prompt = `an orphaned heron ${newGate()}`;
  const other = await openTab();
  await follow(other, wire.url);
  await pressWithoutStudio(page, wire, prompt);
  await expect(cardOf(other, prompt).getByText(kept)).toBeVisible();
  await page.close();
  await wire.mend();

  await expect(imageOf(other, prompt)).toBeVisible();
  await expect(cardOf(other, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("a press whose answer was lost is asked again under its key after the tab was closed, and made once", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a lost heron ${newGate()}`;
  const statuses: number[] = [];
  const filed = Promise.withResolvers<void>();
  await page.context().route(isPress, async (route) => {
    const response = await route.fetch();
    statuses.push(response.status());
    if (statuses.length > 1) return route.fulfill({ response });
    filed.resolve();
  });
  await page.goto("/");
  await press(page, prompt);
  await filed.promise;
  const next = await openTab();
  await page.close();
  await next.goto("/");

  await expect.poll(() => statuses).toEqual([202, 200]);
  await expect(imageOf(next, prompt)).toBeVisible();
  await expect(cardOf(next, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("Stop takes a press back that waits, in each tab, and it is never made", async ({
  page,
  openTab,
  wire,
  gateway,
}) => {
  const [prompt, later] = [`a dropped heron ${newGate()}`, `a later heron ${newGate()}`];
  const other = await openTab();
  await follow(other, wire.url);
  await pressWithoutStudio(page, wire, prompt);
  await expect(cardOf(other, prompt).getByText(kept)).toBeVisible();
  await cardOf(other, prompt).getByRole("button", { name: "Stop" }).click();
  await expect(other.getByText(/Stopped here/)).toBeVisible();
  for (const tab of [page, other]) await expect(cardOf(tab, prompt)).toHaveCount(0);
  await wire.mend();

  await press(page, later);
  await expect(imageOf(page, later)).toBeVisible();
  await page.reload();
  await expect(imageOf(page, later)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(0);
});
