import type { Locator, Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { imageOf, newGate } from "../fixtures/studio-screen.ts";
import { pressInTurn } from "./press-in-turn.ts";

// A studio of its own, in which nothing was ever made, and whose gateway waits for its key.
test.use({ settings: { SHUTDOWN_SECONDS: "28" } });

/** Goes on by Tab until something has the focus, as a person does who sees the ring. */
async function tabTo(page: Page, target: Locator, { max = 40 } = {}) {
  for (let steps = 0; steps < max; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("a day by the keyboard alone, from the first run to a key of one's own", async ({ page }) => {
  const mark = newGate();
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  const notifications = page.getByRole("region", { name: "Notifications" });
  const picture = imageOf(page, `a heron ${mark}`).first();

  /** The oldest picture; what its keys do comes with the focus. */
  async function focusFirst() {
    const first = page.getByRole("article", { name: `a heron ${mark}` }).first();
    await first.getByRole("link").first().focus();
    await expect(first.getByRole("button", { name: /favourites$/ }).first()).toBeVisible();
  }

  await test.step("the first run: past the form for a key, an example, then words of one's own", async () => {
    await page.goto("/");
    await tabTo(page, page.getByRole("textbox", { name: "Paste an API key" }));
    await tabTo(page, page.getByRole("button", { name: "Mountains at dawn, flat poster" }));
    await page.keyboard.press("Enter");
    await expect(prompt).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(`a heron ${mark}`);
  });

  await test.step("a model by typing, the count, and the press", async () => {
    await tabTo(page, page.getByRole("button", { name: /^Model:/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Search models" })).toBeFocused();
    await page.keyboard.type("paint");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Model: .*[Pp]ainter/ })).toBeFocused();
    await tabTo(page, page.getByRole("textbox", { name: "Count" }));
    await page.keyboard.type("2");
    await page.keyboard.press("Control+Enter");
    await expect(imageOf(page, `a heron ${mark}`)).toHaveCount(2);
  });

  await test.step("through the feed by arrows, run again, a favourite", async () => {
    await page.keyboard.press("Shift+Tab");
    const links = page
      .getByRole("article", { name: `a heron ${mark}` })
      .getByRole("link", { name: `a heron ${mark}` });
    for (let steps = 0; steps < 40; steps += 1) {
      if (await links.first().evaluate((link) => link === document.activeElement)) break;
      await page.keyboard.press("Shift+Tab");
    }
    await expect(links.first()).toBeFocused();
    // Its tools come with the focus, and stand on the way to the next one.
    const favourite = page.getByRole("button", { name: "Add to favourites" });
    await expect(favourite.first()).toBeVisible();
    for (let steps = 0; steps < 8; steps += 1) {
      if (await links.nth(1).evaluate((link) => link === document.activeElement)) break;
      await page.keyboard.press("ArrowRight");
    }
    await expect(links.nth(1)).toBeFocused();
    await expect(favourite.nth(1)).toBeVisible();
    await page.keyboard.press("f");
    await expect(page.getByText("Added to favourites")).toBeAttached();
    await page.keyboard.press("f");
    await expect(page.getByText("Removed from favourites")).toBeAttached();
    await page.keyboard.press("r");
    await expect(imageOf(page, `a heron ${mark}`)).toHaveCount(4);
  });

  await test.step("remix over what is not sent, and the draft back", async () => {
    await page.keyboard.press("Alt+a");
    await expect(prompt).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("not sent yet");
    await focusFirst();
    await page.keyboard.press("e");
    await expect(prompt).toBeFocused();
    await expect(prompt).toHaveValue(`a heron ${mark}`);
    await page.keyboard.press("Control+z");
    await expect(prompt).toHaveValue("not sent yet");
  });

  await test.step("delete, and take it back", async () => {
    await focusFirst();
    await page.keyboard.press("Delete");
    await expect(notifications).toContainText("Moved to the trash");
    await expect(imageOf(page, `a heron ${mark}`)).toHaveCount(3);
    await expect(page.locator("body")).not.toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(imageOf(page, `a heron ${mark}`)).toHaveCount(4);
  });

  await test.step("the queue, and back", async () => {
    await page.keyboard.press("q");
    await expect(page.getByRole("dialog", { name: "Queue" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Queue" })).toBeHidden();
  });

  await test.step("by the palette to the gallery, a picture, and back to where one was", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
    await page.keyboard.type("gallery");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
    const tiles = page.getByRole("gridcell").getByRole("link");
    await tabTo(page, tiles.first());
    await page.keyboard.press("ArrowRight");
    await expect(tiles.nth(1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `a heron ${mark}` })).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(tiles.nth(1)).toBeFocused();
  });

  await test.step("Settings, another key for the queue, and its use", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
    await page.keyboard.type("see and change the keys");
    await page.keyboard.press("Enter");
    const key = page.getByRole("button", { name: "Change the key: Queue," });
    await expect(key).toBeVisible();
    await tabTo(page, key, { max: 120 });
    await page.keyboard.press("Enter");
    await page.keyboard.press("x");
    await expect(key).toHaveText(/, X$/);
    await pressInTurn(page, "g", "s");
    await expect(picture).toBeVisible();
    await page.keyboard.press("x");
    await expect(page.getByRole("dialog", { name: "Queue" })).toBeVisible();
  });
});
