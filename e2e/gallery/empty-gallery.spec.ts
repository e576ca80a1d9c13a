import { expect, test } from "../fixtures/studio-fixture.ts";

// Settings of its own are studios of its own, which have no pictures.
test.use({ settings: { SHUTDOWN_SECONDS: "30" } });

test("an empty gallery leads to the studio", async ({ page, studio }) => {
  await page.goto("/gallery");
  await page.getByRole("link", { name: "Make your first picture" }).click();
  await expect(page).toHaveURL(`${studio.url}/`);
});

test("an empty gallery without favourites leads to all pictures", async ({ page }) => {
  await page.goto("/gallery?favorites=true");
  await page.getByRole("link", { name: "Show all pictures" }).click();
  await expect(page).toHaveURL(/\/gallery$/);
});
