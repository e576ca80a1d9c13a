import type { Page } from "playwright";
import type { State } from "./state.ts";

const link = (page: Page, at: number) => page.getByRole("gridcell").nth(at).getByRole("link");

/** Once the page is alive: what is chosen is shown. */
async function choose(page: Page, count: number): Promise<void> {
  await link(page, 0).focus();
  await page.keyboard.press("Space");
  for (let more = 1; more < count; more += 1) await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("toolbar", { name: "Selection" }).getByText(`${count} selected`).waitFor();
}

/** The gallery, what is searched and chosen in it, and the trash. */
export const gallery: readonly State[] = [
  { name: "gallery", place: "/gallery" },
  {
    name: "gallery-search",
    place: "/gallery?q=fox",
    async act(page) {
      const field = page.getByRole("combobox", { name: "Search pictures" });
      await field.focus();
      await page
        .getByRole("search")
        .getByRole("status")
        .getByText(/pictures$/)
        .waitFor();
      await field.press("ArrowDown");
    },
  },
  {
    name: "gallery-nothing",
    place: "/gallery?q=shape%3Asquare+walrus",
    act: (page) => page.getByRole("button", { name: "Clear all" }).waitFor(),
  },
  { name: "gallery-chosen", place: "/gallery", act: (page) => choose(page, 3) },
  {
    name: "gallery-months",
    place: "/gallery",
    async act(page) {
      await page.getByRole("button", { name: "Jump to a month" }).click();
      await page
        .getByRole("dialog", { name: "Jump to a month" })
        .getByRole("button")
        .first()
        .waitFor();
    },
  },
  {
    name: "trash",
    place: "/gallery",
    async act(page) {
      await choose(page, 2);
      await page.keyboard.press("Delete");
      await page.getByText(/moved to the trash$/).waitFor();
      await page.getByRole("link", { name: "Trash" }).click();
      await page
        .getByText(/days left$/)
        .first()
        .waitFor();
    },
  },
];
