import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

test("the months lead to what was made up to their end, which the address and the search tell", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a plover of this month", size: "256x256" });
  await page.goto("/gallery");
  await page.getByRole("button", { name: "Jump to a month" }).click();
  const months = page.getByRole("dialog", { name: "Jump to a month" });
  const year = months.getByRole("region", { name: /^\d{4}$/ }).first();
  const month = year.getByRole("button").first();
  await expect(month).toHaveText(/^[A-Z][a-z]{2}\d+\+?$/);
  await month.click();
  await expect(months).toBeHidden();
  await expect(page).toHaveURL(/\?q=before%3A\d{4}-\d\d$/);
  await expect(page.getByAltText("a plover of this month").first()).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(page.getByAltText("a plover of this month").first()).toBeVisible();
});
