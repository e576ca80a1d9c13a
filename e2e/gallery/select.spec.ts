import type { Locator, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

/** Newest first, as the gallery shows them. */
const prompts = ["a sixth crane", "a fifth crane", "a fourth crane", "a third crane"];

const tile = (page: Page, prompt: string): Locator =>
  page.getByRole("gridcell").filter({ has: page.getByAltText(prompt) });
const link = (page: Page, prompt: string) => tile(page, prompt).getByRole("link");
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selection" });

async function expectSelected(page: Page, ...expected: string[]) {
  await expect(bar(page)).toContainText(`${expected.length} selected`);
  for (const prompt of prompts) {
    const isSelected = `${expected.includes(prompt)}`;
    await expect(tile(page, prompt)).toHaveAttribute("aria-selected", isSelected);
  }
}

test.describe("pictures of the gallery are chosen", () => {
  const [sixth = "", fifth = "", fourth = "", third = ""] = prompts;

  test.beforeEach(async ({ page, studio, request }) => {
    const api = createStudioApi(request, studio.url);
    for (const prompt of prompts.toReversed()) await api.make({ prompt, ...small });
    await page.goto("/gallery");
    await focusOnceAlive(link(page, sixth));
  });

  test("by their check, Ctrl and Shift; a press then chooses, Escape lets all go, and a press opens again", async ({
    page,
  }) => {
    await tile(page, sixth).hover();
    await tile(page, sixth).getByRole("button", { name: "Select" }).click();
    await expectSelected(page, sixth);
    await link(page, fourth).click({ modifiers: ["Shift"] });
    await expectSelected(page, sixth, fifth, fourth);
    await link(page, fifth).click({ modifiers: ["ControlOrMeta"] });
    await expectSelected(page, sixth, fourth);
    await link(page, third).click();
    await expectSelected(page, sixth, fourth, third);

    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveCount(0);
    await link(page, fifth).click();
    await expect(page).toHaveURL(/\/gallery\/[0-9a-f-]{36}$/);
  });

  test("by Space, Shift with the arrows, and Ctrl+A", async ({ page }) => {
    await page.keyboard.press("Space");
    await expectSelected(page, sixth);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await expectSelected(page, sixth, fifth, fourth);
    await expect(link(page, fourth)).toBeFocused();
    await page.keyboard.press("Space");
    await expectSelected(page, sixth, fifth);
    await page.keyboard.press("ControlOrMeta+a");
    await expectSelected(page, ...prompts);
  });

  test("by a box that the mouse draws, and the press that ends it opens nothing", async ({
    page,
  }) => {
    const from = await tile(page, sixth).boundingBox();
    const to = await tile(page, fourth).boundingBox();
    if (!from || !to) throw new Error("The pictures are not in sight.");
    await page.mouse.move(from.x + 20, from.y + 40);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 60, { steps: 4 });
    await expectSelected(page, sixth, fifth, fourth);
    await page.mouse.up();
    await expectSelected(page, sixth, fifth, fourth);
    await expect(page).toHaveURL(/\/gallery$/);
  });

  test("and still are after one of them was opened and left", async ({ page }) => {
    await page.keyboard.press("Space");
    await expectSelected(page, sixth);
    // Enter opens, whatever is chosen: a press would choose.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/gallery\/[0-9a-f-]{36}$/);
    await page.goBack();
    await expectSelected(page, sixth);
  });

  test("are deleted together, come back by one Undo, and are deleted and come back by keys", async ({
    page,
  }) => {
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
    await bar(page).getByRole("button", { name: "Delete" }).click();
    await expect(tile(page, sixth)).toHaveCount(0);
    await expect(tile(page, fifth)).toHaveCount(0);
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByText("2 pictures moved to the trash")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(tile(page, sixth)).toBeVisible();
    await expect(tile(page, fifth)).toBeVisible();

    await focusOnceAlive(link(page, fifth));
    await page.keyboard.press("Space");
    await page.keyboard.press("Delete");
    await expect(tile(page, fifth)).toHaveCount(0);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(tile(page, fifth)).toBeVisible();
    await page.reload();
    await expect(tile(page, fifth)).toBeVisible();
  });

  test("are made favourites together, and are asked for before they are deleted", async ({
    page,
  }) => {
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("f");
    await expect(page.getByText("2 pictures are favourites")).toBeVisible();
    await expectSelected(page, sixth, fifth);

    await page.keyboard.press("Delete");
    const question = page.getByRole("dialog", { name: "Delete 2 favourites?" });
    await question.getByRole("button", { name: "Keep them" }).click();
    await expectSelected(page, sixth, fifth);
    await bar(page).getByRole("button", { name: "Delete" }).click();
    await question.getByRole("button", { name: "Move to the trash" }).click();
    await expect(tile(page, sixth)).toHaveCount(0);
  });

  test("are let go where another tab deletes them", async ({ page, openTab }) => {
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
    await expectSelected(page, sixth, fifth);
    const other = await openTab();
    await other.goto("/gallery");
    await focusOnceAlive(link(other, sixth));
    await other.keyboard.press("Delete");
    await expect(tile(page, sixth)).toHaveCount(0);
    await expect(bar(page)).toContainText("1 selected");
  });
});

test.describe("by a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a picture is chosen by resting on it, the next by a tap, and nothing is opened", async ({
    page,
    studio,
    request,
  }) => {
    const api = createStudioApi(request, studio.url);
    for (const prompt of ["a heron", "a stork"]) await api.make({ prompt, ...small });
    await page.goto("/gallery");
    await focusOnceAlive(link(page, "a stork"));
    const box = await tile(page, "a stork").boundingBox();
    const touch = await page.context().newCDPSession(page);
    const point = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 40 };
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await expect(bar(page)).toContainText("1 selected");
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await link(page, "a heron").tap();
    await expect(bar(page)).toContainText("2 selected");
    await expect(page).toHaveURL(/\/gallery$/);

    await bar(page).getByRole("button", { name: "Clear the selection" }).tap();
    await expect(bar(page)).toHaveCount(0);
  });
});
