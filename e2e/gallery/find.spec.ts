import type { Locator, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

const square = { size: "256x256" };
const wide = { size: "384x256" };
const panorama = { size: "512x256" };

const field = (page: Page) => page.getByRole("combobox", { name: "Search pictures" });
const tiles = (page: Page) => page.getByRole("gridcell").getByRole("link");
const chip = (page: Page, name: string) => page.getByRole("button", { name: `Remove ${name}` });

async function names(shown: Locator): Promise<string[]> {
  return shown.evaluateAll((links) =>
    links.map((link) => link.querySelector("img")?.getAttribute("alt") ?? ""),
  );
}

test.beforeEach(async ({ studio, request }) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a red fox in the snow", ...square });
  await api.make({ prompt: "a red barn", ...wide });
  await api.make({ prompt: "一只戴着眼镜的猫在图书馆里看书", ...panorama });
});

test("words, phrases and what is left out find pictures in every script, and a reload and Back know", async ({
  page,
}) => {
  await page.goto("/gallery");
  await expect(tiles(page)).toHaveCount(3);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("red");
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByRole("search").getByRole("status")).toHaveText("2 pictures");
  await page.keyboard.type(" -fox");
  await expect.poll(() => names(tiles(page))).toEqual(["a red barn"]);
  await expect(page).toHaveURL(/\/gallery\?q=red\+-fox$/);

  await page.reload();
  await expect(field(page)).toHaveValue("red -fox");
  expect(await names(tiles(page))).toEqual(["a red barn"]);
  await field(page).fill("图书馆");
  await expect.poll(() => names(tiles(page))).toEqual(["一只戴着眼镜的猫在图书馆里看书"]);
  await page.goBack();
  await expect(field(page)).toHaveValue("red -fox");
  await expect.poll(() => names(tiles(page))).toEqual(["a red barn"]);
});

test("Escape clears the field, then leaves it", async ({ page }) => {
  await page.goto("/gallery?q=barn+shape:landscape");
  await expect(tiles(page)).toHaveCount(1);
  await field(page).click();
  await page.keyboard.press("Escape");
  await expect(tiles(page)).toHaveCount(3);
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).not.toBeFocused();
});

test("suggestions narrow a search by keys, each with its pictures, and become chips that Backspace takes away", async ({
  page,
}) => {
  await page.goto("/gallery");
  await field(page).click();
  await page.keyboard.type("red land");
  const suggestion = page.getByRole("option", { name: "Shape Landscape 1" });
  await expect(suggestion).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(suggestion).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  await expect(chip(page, "Landscape")).toBeVisible();
  await expect(field(page)).toHaveValue("red ");
  await expect.poll(() => names(tiles(page))).toEqual(["a red barn"]);
  await expect(page).toHaveURL(/q=shape%3Alandscape\+red$/);
  for (const _letter of "red ") await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(chip(page, "Landscape")).toHaveCount(0);
  await expect(tiles(page)).toHaveCount(3);
});

test("a facet that is typed becomes a chip, a click takes it away, and favourites stay beside it", async ({
  page,
}) => {
  await page.goto("/gallery");
  await field(page).fill("shape:panorama ");
  await expect(field(page)).toHaveValue("");
  await expect.poll(() => names(tiles(page))).toEqual(["一只戴着眼镜的猫在图书馆里看书"]);
  await page.getByRole("link", { name: "Favourites" }).click();
  await expect(page).toHaveURL(/favorites=true&q=shape%3Apanorama$/);
  await expect(page.getByText("No favourite has: Panorama")).toBeVisible();
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(tiles(page)).toHaveCount(1);
  await chip(page, "Panorama").click();
  await expect(tiles(page)).toHaveCount(3);
});

test("a value that cannot be is told at the field, and what was found stays", async ({ page }) => {
  await page.goto("/gallery?q=barn");
  await expect(tiles(page)).toHaveCount(1);
  await field(page).fill("barn before:yesterday");
  await expect(page.getByRole("alert").filter({ hasText: "yesterday" })).toHaveText(
    "yesterday does not go with before: Write a year, a month or a day, as before:2026-01-31.",
  );
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(tiles(page)).toHaveCount(1);
});

test("where nothing is found the parts that were too many are offered with what is found without", async ({
  page,
}) => {
  await page.goto("/gallery?q=shape:panorama+barn");
  await expect(page.getByText("No picture has: Panorama · “barn”")).toBeVisible();
  await page.getByRole("button", { name: "Without Panorama: 1 picture" }).click();
  await expect.poll(() => names(tiles(page))).toEqual(["a red barn"]);
  await page.goBack();
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(tiles(page)).toHaveCount(3);
});

test("a picture that is made while one searches appears where the search finds it, and is gone once it is deleted", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await page.goto("/gallery?q=barn");
  await expect(tiles(page)).toHaveCount(1);
  await api.make({ prompt: "a fox at night", ...square });
  const made = await api.make({ prompt: "a barn at night", ...square });
  await expect.poll(() => names(tiles(page))).toEqual(["a barn at night", "a red barn"]);
  await expect(page.getByRole("search").getByRole("status")).toHaveText("2 pictures");
  await api.remove(made);
  await expect.poll(() => names(tiles(page))).toEqual(["a red barn"]);
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 picture");
});

test("the answer to what was typed last wins, and what it made needless is let go", async ({
  page,
}) => {
  await page.goto("/gallery");
  await expect(tiles(page)).toHaveCount(3);
  await page.route(/\/api\/images\?.*q=snow/, () => {});
  const slow = page.waitForRequest(/\/api\/images\?.*q=snow/);
  const letGo = page.waitForEvent("requestfailed", (one) => one.url().includes("q=snow"));
  await field(page).fill("snow");
  await slow;
  await field(page).fill("barn");
  await letGo;
  await expect.poll(() => names(tiles(page))).toEqual(["a red barn"]);
});

test("the palette finds pictures by what only the server knows of them", async ({ page }) => {
  await page.goto("/settings");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill("shape:panorama");
  const found = page.getByRole("group", { name: "Pictures" }).getByRole("option");
  await expect(found).toHaveCount(1);
  await found.click();
  await expect(page.getByRole("heading", { level: 1, name: /^一只/ })).toBeAttached();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a search is written, narrowed and cleared by touch", async ({ page }) => {
    await page.goto("/gallery");
    await field(page).tap();
    await page.getByRole("option", { name: "Shape Panorama 1" }).tap();
    await expect.poll(() => names(tiles(page))).toEqual(["一只戴着眼镜的猫在图书馆里看书"]);
    const box = await chip(page, "Panorama").boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await page.getByRole("button", { name: "Clear the search" }).tap();
    await expect(tiles(page)).toHaveCount(3);
  });
});
