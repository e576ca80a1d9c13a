import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { field, option, palette } from "../keyboard/open-palette.ts";
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

test("by More one finds anything, on the whole screen, and the focus comes back to it", async ({
  page,
}) => {
  const more = page.getByRole("button", { name: "More", exact: true });
  await page.goto("/gallery");
  await more.click();
  await page.getByRole("button", { name: "Find anything" }).filter({ visible: true }).click();
  await expect(page.getByRole("dialog", { name: "More" })).toBeHidden();
  await expect(field(page)).toBeFocused();
  expect(await palette(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await palette(page).getByRole("button", { name: "Close" }).click();
  await expect(palette(page)).toBeHidden();
  await expect(more).toBeFocused();

  await more.click();
  await page.getByRole("button", { name: "Find anything" }).filter({ visible: true }).click();
  await page.keyboard.type("settings");
  await option(page, "Go to Settings").click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
});

test("in More the studio's pictures are made smaller and larger", async ({
  page,
  studio,
  request,
}) => {
  await createStudioApi(request, studio.url).make({ prompt: "a grebe", n: 4, size: "256x256" });
  const more = page.getByRole("button", { name: "More", exact: true });
  const picture = page.getByRole("article", { name: "a grebe" }).getByRole("link").first();
  const widthOf = async () => Math.round((await picture.boundingBox())?.width ?? 0);
  await page.goto("/");
  await expect.poll(widthOf).toBe(194);
  await more.click();
  const sizes = page
    .getByRole("dialog", { name: "More" })
    .getByRole("group", { name: "Picture size" });
  await expect(sizes.getByRole("radio", { name: "Medium" })).toBeChecked();
  await sizes.getByText("Large").click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect.poll(widthOf).toBe(390);

  await page.goto("/settings");
  await more.click();
  await expect(page.getByRole("dialog", { name: "More" }).getByText("Dark")).toBeVisible();
  await expect(sizes).toBeHidden();
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
