import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive, newGate, waitForFeed } from "../fixtures/studio-screen.ts";
import { pressInTurn } from "./press-in-turn.ts";

const small = { size: "256x256" };

const prompt = (page: Page) => page.getByRole("textbox", { name: "Prompt" });
const notifications = (page: Page) => page.getByRole("region", { name: "Notifications" });

interface Pressed {
  key: string;
  code?: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  shiftKey?: boolean;
  isComposing?: boolean;
}

/** Where a picture has the focus, and how it gets it there. */
const places = {
  async feed(page: Page, mark: string) {
    await page.goto("/");
    const picture = page.getByRole("article", { name: mark }).getByRole("link").first();
    await picture.focus();
    // What its keys do comes with the focus.
    await expect(
      page.getByRole("article", { name: mark }).getByRole("button", { name: "Add to favourites" }),
    ).toBeVisible();
  },
  async gallery(page: Page, mark: string) {
    await page.goto("/gallery");
    const tiles = page.getByRole("gridcell").filter({ has: page.getByAltText(mark) });
    await focusOnceAlive(tiles.last().getByRole("link"));
  },
  async viewer(page: Page, mark: string) {
    await page.goto("/gallery");
    await page
      .getByRole("gridcell")
      .filter({ has: page.getByAltText(mark) })
      .last()
      .getByRole("link")
      .click();
    await expect(
      page
        .getByRole("button", { name: "Fit to the window" })
        .or(page.getByRole("button", { name: "Zoom in" }))
        .first(),
    ).toBeVisible();
  },
};

for (const [name, go] of Object.entries(places)) {
  test(`in the ${name} the same keys do the same to a picture`, async ({
    page,
    studio,
    request,
  }) => {
    const mark = `a tern ${newGate()}`;
    const api = createStudioApi(request, studio.url);
    await api.make({ prompt: mark, size: "512x256", seed: 7 });
    const countMade = async () => {
      const answer = await request.get(`${studio.url}/api/generations?limit=50`);
      const { generations } = await answer.json();
      return generations.filter((one: { prompt: string }) => one.prompt === mark);
    };

    await go(page, mark);
    await page.keyboard.press("f");
    await expect(page.getByText("Added to favourites")).toBeAttached();
    await page.keyboard.press("f");
    await expect(page.getByText("Removed from favourites")).toBeAttached();

    const download = page.waitForEvent("download");
    await page.keyboard.press("d");
    expect((await download).suggestedFilename()).toMatch(/\.\w+$/);

    await page.keyboard.press("r");
    await expect.poll(async () => (await countMade()).length).toBe(2);
    expect((await countMade())[0].parameters.seed).toBe(7);
    await page.keyboard.press("v");
    await expect.poll(async () => (await countMade()).length).toBe(3);
    // The painter would paint the same again without one.
    expect((await countMade())[0].parameters.seed).not.toBe(7);

    await page.keyboard.press("s");
    await expect(page.getByRole("button", { name: "Shape: 2:1, 512 × 256" })).toBeVisible();
    await go(page, mark);
    await page.keyboard.press("p");
    await expect(prompt(page)).toHaveValue(mark);
    await expect(prompt(page)).toBeFocused();

    await prompt(page).fill("something unsent");
    await go(page, mark);
    await page.keyboard.press("e");
    await expect(prompt(page)).toHaveValue(mark);
    await expect(prompt(page)).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(prompt(page)).toHaveValue("something unsent");

    await go(page, mark);
    await page.keyboard.press("Delete");
    await expect(notifications(page)).toContainText("Moved to the trash");
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Restored")).toBeAttached();
  });
}

test("keys are those of this platform alone, and none while one writes or an input method composes", async ({
  page,
}) => {
  await page.goto("/gallery");
  const heading = page.getByRole("heading", { name: "Gallery" });
  await expect(heading).toBeVisible();
  await expect(page.getByRole("button", { name: "Queue", exact: true })).toBeVisible();
  const pressAll = (...keys: Pressed[]) =>
    page.evaluate(
      (each) =>
        each.map((options) =>
          document.body.dispatchEvent(
            new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...options }),
          ),
        ),
      keys,
    );
  const press = async (key: Pressed) => (await pressAll(key))[0];

  await expect.poll(() => press({ key: "k", ctrlKey: true })).toBe(false);
  await page.keyboard.press("Escape");
  // Of a Mac, of an input method, and with another key beside it: the browser's.
  expect(await press({ key: "k", metaKey: true })).toBe(true);
  expect(await press({ key: "k", ctrlKey: true, isComposing: true })).toBe(true);
  expect(await press({ key: "k", ctrlKey: true, altKey: true })).toBe(true);
  await expect(page.getByRole("dialog", { name: "Find anything" })).toBeHidden();
  // A keyboard that writes no Latin letters has the same keys in the same places.
  expect(await press({ key: "?", shiftKey: true })).toBe(false);
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await pressAll({ key: "п", code: "KeyG" }, { key: "ы", code: "KeyS" });
  await expect(page).toHaveURL(/\/$/);
});

test("G S leads to the studio also from a picture whose S is a key of its own, and Alt+A to the prompt", async ({
  page,
  studio,
  request,
}) => {
  const mark = `a teal ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt: mark, ...small });
  await places.gallery(page, mark);
  await pressInTurn(page, "g", "s");
  await expect(page).toHaveURL(/\/$/);
  await waitForFeed(page);

  await pressInTurn(page, "g", "g");
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await page.keyboard.press("Alt+a");
  await expect(prompt(page)).toBeFocused();

  // Had S filled in its size, that were there before this.
  await page.getByRole("article", { name: mark }).getByRole("link").first().focus();
  await page.keyboard.press("p");
  await expect(prompt(page)).toHaveValue(mark);
  await expect(page.getByRole("button", { name: "Shape: Auto" })).toBeVisible();
});

test("a key right after a dialog was closed counts, though the focus has yet to leave it", async ({
  page,
}) => {
  await page.goto("/gallery");
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await sheet.getByRole("button", { name: "Close" }).evaluate((close: HTMLElement) => {
    close.focus();
    close.closest("dialog")?.close();
    // What a browser that is busy does: it moves the focus only when it draws.
    close.dispatchEvent(new KeyboardEvent("keydown", { key: "q", bubbles: true }));
  });
  await expect(page.getByRole("dialog", { name: "Queue" })).toBeVisible();
});
