import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  openWithoutScripts,
  waitForFeed,
} from "../fixtures/studio-screen.ts";

const closed = { runBeforeUnload: false };

/** Presses on a page that is not alive, which stays so. */
async function pressEarly(page: Page, prompt: string): Promise<() => Promise<void>> {
  const letScriptsCome = await openWithoutScripts(page);
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByLabel("Prompt").press("Control+Enter");
  await expect(page.getByText("Kept until ready")).toBeVisible();
  return letScriptsCome;
}

/** The names of early presses that this browser keeps. */
function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.includes("early-press")),
  );
}

/** Whether a page waits for the lock of one, which its own page holds. */
function waitsForLock(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { pending = [] } = await navigator.locks.query();
    return pending.some(({ name }) => name?.includes("early-press"));
  });
}

test("a press before the page is alive outlives its tab, and is made once by the tabs that open next", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a left grebe ${newGate()}`;
  await pressEarly(page, prompt);
  await page.close(closed);

  const tabs = [await openTab(), await openTab()];
  await Promise.all(tabs.map((tab) => tab.goto("/")));
  for (const tab of tabs) {
    await expect(imageOf(tab, prompt)).toBeVisible();
    await expect(cardOf(tab, prompt)).toHaveCount(1);
    await expect.poll(() => keptIn(tab)).toEqual([]);
  }
  const next = await openTab();
  await next.goto("/");
  await expect(imageOf(next, prompt)).toBeVisible();
  await expect(cardOf(next, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("it is made by the gallery, too, where that opens next", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a left scaup ${newGate()}`;
  await pressEarly(page, prompt);
  await page.close(closed);

  const next = await openTab();
  await next.goto("/gallery");
  await expect(next.getByRole("img", { name: prompt })).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("it is made as it stood when it was pressed: by the draft of then, and the count that was chosen before it", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a left brant ${newGate()}`;
  await page.goto("/");
  await page.getByRole("button", { name: /^Shape/ }).click();
  await page.getByRole("group", { name: "Shape" }).getByText("3:2", { exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("atelier.draft")))
    .toContain("1536x1024");
  await openWithoutScripts(page);
  await page.getByRole("group", { name: "Count" }).getByText("2", { exact: true }).click();
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();
  await page.close(closed);

  const next = await openTab();
  await next.goto("/");
  await expect(imageOf(next, prompt)).toHaveCount(2);
  await expect(cardOf(next, prompt).getByText("3:2", { exact: true })).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(2);
});

test("a tab that is open takes it up once its own is closed, and not before", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a left goosander ${newGate()}`;
  const other = await openTab();
  await other.goto("/");
  await waitForFeed(other);
  await pressEarly(page, prompt);
  await expect.poll(() => waitsForLock(other)).toBe(true);
  const asked = other.waitForRequest((request) => request.url().endsWith("/api/batches"));
  expect(chargesOf(gateway, prompt)).toHaveLength(0);
  await page.close(closed);
  await asked;

  await expect(imageOf(other, prompt)).toBeVisible();
  await expect(cardOf(other, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("the page that it was made on makes it, though others were opened meanwhile", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a left pochard ${newGate()}`;
  const letScriptsCome = await pressEarly(page, prompt);
  const other = await openTab();
  await other.goto("/");
  await waitForFeed(other);
  await expect.poll(() => waitsForLock(other)).toBe(true);
  await expect(cardOf(other, prompt)).toHaveCount(0);
  await letScriptsCome();

  for (const tab of [page, other]) {
    await expect(imageOf(tab, prompt)).toBeVisible();
    await expect(cardOf(tab, prompt)).toHaveCount(1);
  }
  await page.close(closed);
  await other.reload();
  await expect(imageOf(other, prompt)).toBeVisible();
  await expect.poll(() => keptIn(other)).toEqual([]);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("pressed once more on the next page that is not alive, it counts once", async ({
  page,
  openTab,
  gateway,
}) => {
  const prompt = `a left shoveler ${newGate()}`;
  await pressEarly(page, prompt);
  await page.close(closed);
  const next = await openTab();
  const letScriptsCome = await pressEarly(next, prompt);
  await letScriptsCome();

  await expect(imageOf(next, prompt)).toBeVisible();
  await expect.poll(() => keptIn(next)).toEqual([]);
  await expect(cardOf(next, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});
