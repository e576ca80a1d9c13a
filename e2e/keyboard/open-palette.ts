import { expect, type Page } from "playwright/test";

/** The palette. */
export const palette = (page: Page) => page.getByRole("dialog", { name: "Find anything" });
/** Its field, which keeps the focus. */
export const field = (page: Page) => page.getByRole("combobox", { name: "Find anything" });
/** Something that it offers. */
export const option = (page: Page, name: string | RegExp) =>
  palette(page).getByRole("option", { name });

/** Opens the palette by its keys, once the page listens. */
export async function open(page: Page) {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}
