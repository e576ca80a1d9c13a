import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { holdCode } from "../fixtures/studio-screen.ts";

const shapes = ["1024x1024", "1536x1024", "1024x1536"];

const tiles = (page: Page) => page.getByRole("gridcell");

async function heightOf(page: Page): Promise<number> {
  return (await tiles(page).first().boundingBox())?.height ?? 0;
}

test.describe("the size of the gallery's pictures", () => {
  test.beforeEach(async ({ studio, request }) => {
    const api = createStudioApi(request, studio.url);
    for (const [at, size] of [...shapes, ...shapes, ...shapes, ...shapes].entries()) {
      await api.make({ prompt: `a lake in size ${at}`, size });
    }
  });

  test("is chosen by a slider, by keys too, and kept for the next visit", async ({ page }) => {
    await page.goto("/gallery");
    const slider = page.getByRole("slider", { name: "Picture size" });
    await expect(slider).toHaveAttribute("aria-valuetext", "Medium");
    await expect(tiles(page).first()).toBeVisible();
    const medium = await heightOf(page);

    await slider.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "Large");
    await expect.poll(() => heightOf(page)).toBeGreaterThan(medium * 1.2);

    await page.reload();
    await expect(slider).toHaveAttribute("aria-valuetext", "Large");
    await expect(tiles(page).first()).toBeVisible();
    expect(await heightOf(page)).toBeGreaterThan(medium * 1.2);

    await slider.press("Home");
    await expect.poll(() => heightOf(page)).toBeLessThan(medium / 1.5);
  });

  test("that is chosen before the page is alive is taken all the same", async ({ page }) => {
    const letCodeCome = await holdCode(page, () => true);
    await page.goto("/gallery", { waitUntil: "domcontentloaded" });
    const slider = page.getByRole("slider", { name: "Picture size" });
    await slider.press("Home");
    await expect(slider).toHaveValue("1");

    await letCodeCome();
    await expect(slider).toHaveAttribute("aria-valuetext", "Tiny");
    await expect(tiles(page).first()).toBeVisible();
    expect(await heightOf(page)).toBeLessThan(180);
  });

  test("keeps in sight the picture in the middle of the window", async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 500 });
    await page.goto("/gallery");
    const slider = page.getByRole("slider", { name: "Picture size" });
    await slider.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", "Large");
    const seen = page.getByRole("gridcell").filter({ has: page.getByAltText("a lake in size 5") });
    await page.mouse.wheel(0, 900);
    await expect(seen).toBeVisible();
    await seen.evaluate((tile) => tile.scrollIntoView({ block: "center" }));

    await slider.press("ArrowLeft");
    await expect(slider).toHaveAttribute("aria-valuetext", "Medium");
    await expect(seen).toBeInViewport();
  });

  test("is a phone's to choose under More, in pictures a row", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/gallery");
    const widths = async () => (await tiles(page).first().boundingBox())?.width ?? 0;
    await expect.poll(widths).toBeLessThan(240);

    await page.getByRole("button", { name: "More" }).click();
    const choice = page.getByRole("group", { name: "Picture size" });
    await choice.getByRole("radio", { name: "Large" }).check({ force: true });
    await page.getByRole("button", { name: "Done" }).click();
    await expect.poll(widths).toBeGreaterThan(350);
  });
});
