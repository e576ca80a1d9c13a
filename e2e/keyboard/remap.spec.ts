import type { Page } from "playwright/test";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { pressInTurn } from "./press-in-turn.ts";

const keyOf = (page: Page, name: string) =>
  page.getByRole("button", { name: `Change the key: ${name},` });
const rowOf = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: keyOf(page, name) });

/** Opens Settings, once its keys listen. */
async function openKeys(page: Page) {
  await page.goto("/settings#keyboard");
  await expect(async () => {
    await keyOf(page, "Queue").click();
    await expect(keyOf(page, "Queue")).toHaveText(/, Press the new key$/, { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(keyOf(page, "Queue")).toHaveText(/, Q$/);
}

test("a key is set anew, works at once and after a reload, and the sheet and the palette show it", async ({
  page,
}) => {
  await openKeys(page);
  await keyOf(page, "Queue").click();
  await page.keyboard.press("x");
  await expect(keyOf(page, "Queue")).toHaveText(/, X$/);
  await expect(keyOf(page, "Queue")).toBeFocused();
  const queue = page.getByRole("dialog", { name: "Queue" });
  await page.keyboard.press("q");
  await expect(queue).toBeHidden();
  await page.keyboard.press("x");
  await expect(queue).toBeVisible();

  await page.goto("/gallery");
  await expect(page.getByRole("button", { name: "Queue", exact: true })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(
    page
      .getByRole("region", { name: "Everywhere" })
      .getByRole("definition")
      .filter({ hasText: "X" }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
  await page.keyboard.press("x");
  await expect(queue).toBeVisible();
  await page.keyboard.press("x");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("show the queue");
  await expect(page.getByRole("option", { name: /Show the queue/ })).toContainText("X");
});

test("keys that something else has are named, and swapped if one likes", async ({ page }) => {
  await openKeys(page);
  await keyOf(page, "Run again").click();
  await page.keyboard.press("f");
  await expect(rowOf(page, "Run again").getByRole("status")).toContainText(
    "Favourite has these keys.",
  );
  await expect(keyOf(page, "Run again")).toHaveText(/, R$/);
  await rowOf(page, "Run again").getByRole("button", { name: "Swap" }).click();
  await expect(keyOf(page, "Run again")).toHaveText(/, F$/);
  await expect(keyOf(page, "Favourite")).toHaveText(/, R$/);

  await page.getByRole("button", { name: "Reset all keys" }).click();
  await expect(keyOf(page, "Run again")).toHaveText(/, R$/);
  await expect(keyOf(page, "Favourite")).toHaveText(/, F$/);
});

test("two keys one after the other are set as two, what the browser needs is refused, and one may have no key", async ({
  page,
}) => {
  await openKeys(page);
  await keyOf(page, "Studio").click();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(keyOf(page, "Studio")).toHaveText(/, GD$/);
  await page.keyboard.press("Escape");

  await keyOf(page, "Download").click();
  await page.keyboard.press("Control+f");
  await expect(rowOf(page, "Download").getByRole("status")).toContainText("Press others.");
  await page.keyboard.press("Escape");
  await expect(keyOf(page, "Download")).toHaveText(/, D$/);

  await keyOf(page, "Download").click();
  await page.keyboard.press("Control+Enter");
  await expect(rowOf(page, "Download").getByRole("status")).toContainText(
    "Generate has these keys.",
  );
  await page.keyboard.press("Escape");
  await expect(keyOf(page, "Download")).toHaveText(/, D$/);

  await keyOf(page, "Download").click();
  await rowOf(page, "Download").getByRole("button", { name: "No key" }).click();
  await expect(keyOf(page, "Download")).toHaveText(/, No key$/);
  await page.getByRole("button", { name: "Reset: Download" }).click();
  await expect(keyOf(page, "Download")).toHaveText(/, D$/);

  await keyOf(page, "Studio").blur();
  await pressInTurn(page, "g", "d");
  await expect(page).toHaveURL(/\/$/);
});

test("where nothing may be kept a key is set for as long as the page is open", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Forbidden", "SecurityError");
      },
    });
  });
  await openKeys(page);
  await keyOf(page, "Queue").click();
  await page.keyboard.press("x");
  await expect(keyOf(page, "Queue")).toHaveText(/, X$/);
  await page.keyboard.press("x");
  await expect(page.getByRole("dialog", { name: "Queue" })).toBeVisible();
});

test("the keys of another tab are these, and the screen has no barriers at 1440 and 390", async ({
  page,
  openTab,
}) => {
  await openKeys(page);
  const other = await openTab();
  await openKeys(other);
  await keyOf(other, "Queue").click();
  await other.keyboard.press("x");
  await expect(keyOf(page, "Queue")).toHaveText(/, X$/);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await findBarriers(page)).toEqual([]);
  }
});
