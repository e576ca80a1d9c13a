import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";

const link = (page: Page, prompt: string) =>
  page
    .getByRole("gridcell")
    .filter({ has: page.getByAltText(prompt) })
    .getByRole("link");
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selection" });

test("the focus of the selection's bar goes to the next picture, and with the last picture to the screen", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  for (const prompt of ["a first ibis", "a second ibis"]) {
    await api.make({ prompt, size: "256x256" });
  }
  await page.goto("/gallery");
  await focusOnceAlive(link(page, "a second ibis"));
  await page.keyboard.press("Space");
  await bar(page).getByRole("button", { name: "Clear the selection" }).press("Enter");
  await expect(bar(page)).toHaveCount(0);
  await expect(link(page, "a second ibis")).toBeFocused();

  await page.keyboard.press("Space");
  await bar(page).getByRole("button", { name: "Delete" }).press("Enter");
  await expect(link(page, "a second ibis")).toHaveCount(0);
  await expect(link(page, "a first ibis")).toBeFocused();

  await page.keyboard.press("Tab");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText("a first ibis") });
  await tile.getByRole("button", { name: "Delete" }).press("Enter");
  await expect(page.getByText("No pictures yet")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});
