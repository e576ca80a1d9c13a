import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";
import { openPicture, prompt, zoomIn } from "./zoomed-picture.ts";

test("Shift+F gives the picture the whole screen, also the next one, and Escape gives it back", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request }, 2);
  const url = page.url();
  await page.keyboard.press("Shift+F");
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).not.toHaveURL(url);
  await page.getByRole("button", { name: "Leave full screen" }).click();
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeHidden();

  await page.getByRole("button", { name: "Full screen" }).click();
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeHidden();
  await expect(page).toHaveURL(/gallery\/[0-9a-f-]+$/);
});

test("Back leads out of full screen first, and then to where one came from", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt, size: "1536x1024" });
  await page.goto("/gallery");
  await focusOnceAlive(page.getByRole("gridcell").getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(zoomIn(page)).toBeFocused();
  const url = page.url();
  await page.keyboard.press("Shift+F");
  const leave = page.getByRole("button", { name: "Leave full screen" });
  await expect(leave).toBeVisible();

  await page.evaluate(() => history.back());
  await expect(leave).toBeHidden();
  expect(page.url()).toBe(url);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/gallery$/);
});
