import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

const square = { size: "256x256" };
const wide = { size: "384x256" };
const panorama = { size: "512x256" };

const field = (page: Page) => page.getByRole("combobox", { name: "Search pictures" });
const tiles = (page: Page) => page.getByRole("gridcell").getByRole("link");

test.beforeEach(async ({ studio, request }) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a red fox in the snow", ...square });
  await api.make({ prompt: "a red barn", ...wide });
  await api.make({ prompt: "一只戴着眼镜的猫在图书馆里看书", ...panorama });
});

test("a picture's arrows go over what was found, and Back returns there", async ({ page }) => {
  await page.goto("/gallery");
  await field(page).fill("red");
  await expect(tiles(page)).toHaveCount(2);
  await tiles(page).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "a red barn" })).toBeAttached();
  await expect(page.getByRole("link", { name: "Newer picture" })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1, name: "a red fox" })).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("red");
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByRole("link", { name: "a red fox in the snow" })).toBeFocused();
});

test("another search begins at its top", async ({ page, studio, request }) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a row of boats", n: 8, ...square });
  await page.setViewportSize({ width: 600, height: 400 });
  await page.goto("/gallery");
  await tiles(page).nth(9).scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await field(page).fill("boats");
  await expect(tiles(page)).toHaveCount(8);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
