import { expect, test } from "../fixtures/studio-fixture.ts";
import { phone } from "./phone.ts";

test.use(phone);

test("More holds the settings and the theme, gives the focus back, and says when it is where one is", async ({
  page,
}) => {
  const more = page.getByRole("button", { name: "More", exact: true });
  const sheet = page.getByRole("dialog", { name: "More" });
  await page.goto("/gallery");
  await more.click();
  await sheet.getByText("Dark").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(sheet).toBeHidden();
  await expect(more).toBeFocused();

  await more.click();
  await sheet.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(more).toHaveAttribute("aria-current", "page");
});

test("the browser's offer to install is kept until it is wanted", async ({ page }) => {
  await page.goto("/gallery");
  const more = page.getByRole("button", { name: "More", exact: true });
  const install = page.getByRole("button", { name: "Install Atelier" });
  await more.click();
  await expect(page.getByRole("link", { name: "Settings" })).toBeVisible();
  await expect(install).toBeHidden();
  await page.getByRole("button", { name: "Done" }).click();

  await page.evaluate(() => {
    const prompt = async () => void document.body.setAttribute("data-asked", "");
    window.dispatchEvent(Object.assign(new Event("beforeinstallprompt"), { prompt }));
  });
  await more.click();
  await install.click();
  await expect(page.locator("body[data-asked]")).toBeAttached();
});
