import type { Locator, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";

/** Newest first, as the gallery shows them; of another kind in each test, for the trash holds those of the one before. */
let prompts: string[] = [];
const kinds = ["owl", "rail"];

const tile = (page: Page, prompt: string): Locator =>
  page.getByRole("gridcell").filter({ has: page.getByAltText(prompt) });
const link = (page: Page, prompt: string) => tile(page, prompt).getByRole("link");
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selection" });

test.describe("pictures that were deleted", () => {
  test.beforeEach(async ({ page, studio, request }) => {
    const kind = kinds.shift();
    prompts = ["third", "second", "first"].map((place) => `a ${place} ${kind}`);
    const [third = ""] = prompts;
    const api = createStudioApi(request, studio.url);
    for (const prompt of prompts.toReversed()) await api.make({ prompt, size: "256x256" });
    await page.goto("/gallery");
    await focusOnceAlive(link(page, third));
  });

  test("wait in the trash, which brings them back", async ({ page }) => {
    const [third = "", second = ""] = prompts;
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Delete");
    await expect(tile(page, second)).toHaveCount(0);

    await page.getByRole("link", { name: "Trash" }).click();
    await expect(page).toHaveURL(/\/gallery\/trash$/);
    await expect(page).toHaveTitle(/Trash/);
    await focusOnceAlive(link(page, third));
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
    await bar(page).getByRole("button", { name: "Restore" }).click();
    await expect(tile(page, third)).toHaveCount(0);
    await expect(page.getByText("2 pictures are back in the gallery")).toBeVisible();

    await page.getByRole("link", { name: "All", exact: true }).click();
    await expect(tile(page, third)).toBeVisible();
    await expect(tile(page, second)).toBeVisible();
  });

  test("go for good from the trash, once that was asked, one by one or all", async ({ page }) => {
    const [third = "", , first = ""] = prompts;
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await expect(tile(page, first)).toHaveCount(0);
    await page.getByRole("link", { name: "Trash" }).click();
    await focusOnceAlive(link(page, third));
    await expect(tile(page, third)).toContainText("30 days left");
    await page.keyboard.press("Space");
    await page.keyboard.press("Delete");
    const question = page.getByRole("dialog");
    await expect(question).toContainText("Delete 1 picture for good?");
    await question.getByRole("button", { name: "Keep them" }).click();
    await expect(tile(page, third)).toBeVisible();
    await page.keyboard.press("Delete");
    await question.getByRole("button", { name: "Delete for good" }).click();
    await expect(page.getByText("1 picture deleted for good")).toBeVisible();
    await expect(tile(page, third)).toHaveCount(0);

    await page.getByRole("button", { name: "Empty the trash" }).click();
    await question.getByRole("button", { name: "Delete for good" }).click();
    await expect(page.getByText("The trash is empty")).toBeVisible();
    await page.goto("/");
    await expect(page.getByText("Deleted for good").first()).toBeVisible();
    await expect(page.getByText("Saving", { exact: true })).toHaveCount(0);
  });
});
