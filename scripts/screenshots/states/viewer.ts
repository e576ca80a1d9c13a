import type { Page } from "playwright";
import type { State } from "./state.ts";

/** Opens the first picture of the newest generation. */
async function open(page: Page): Promise<void> {
  await page.getByRole("article").last().getByRole("link").first().click();
  await page.getByRole("button", { name: "Zoom in" }).waitFor();
}

/** Opens it with what is known of it: beside it, or a phone's sheet. */
async function openDetails(page: Page, isPhone: boolean) {
  await open(page);
  if (!isPhone) return page.getByRole("complementary", { name: "Details" });

  await page.getByRole("button", { name: "Details" }).click();
  return page.getByRole("dialog", { name: "Details" });
}

/** One picture, and what opens over it. */
export const viewer: readonly State[] = [
  { name: "viewer", act: open },
  {
    name: "viewer-zoom",
    async act(page) {
      await open(page);
      await page.getByRole("button", { name: "Zoom in" }).press("Enter");
      await page.getByRole("button", { name: "Fit to the window" }).waitFor();
    },
  },
  {
    name: "viewer-details",
    async act(page, { isPhone }) {
      const details = await openDetails(page, isPhone);
      await details.getByText("More details").click();
      await details.getByText("SHA-256").waitFor();
    },
  },
  {
    name: "viewer-copy",
    async act(page, { isPhone }) {
      const details = await openDetails(page, isPhone);
      await details.getByRole("button", { name: "Copy" }).click();
      await page.getByRole("menuitem", { name: "Copy picture" }).waitFor();
    },
  },
  {
    name: "viewer-apply",
    async act(page, { isPhone }) {
      const details = await openDetails(page, isPhone);
      await details.getByRole("button", { name: "Apply…" }).click();
      await page.getByRole("dialog", { name: "Apply to the composer" }).waitFor();
    },
  },
];
