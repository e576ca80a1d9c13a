import { expect, test } from "../fixtures/studio-fixture.ts";

test("the studio opens, and says where one is", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Atelier/);
  await expect(
    page.getByRole("navigation").getByRole("link", { name: "Studio" }).first(),
  ).toHaveAttribute("aria-current", "page");
});

test("the first Tab reaches a link that skips the navigation", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
