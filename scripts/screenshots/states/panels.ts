import { openSheet, type State, write } from "./state.ts";

/** What opens over the studio, and the settings. */
export const panels: readonly State[] = [
  { name: "settings", place: "/settings" },
  {
    name: "shape",
    async act(page, { isPhone }) {
      await write(page, "A city in the rain at night, neon");
      if (isPhone) await openSheet(page);
      else await page.getByRole("button", { name: /^Shape/ }).click();
      const shapes = page.getByRole("dialog", { name: /^(Shape|Settings)/ });
      await shapes.getByText("3:2", { exact: true }).waitFor();
    },
  },
  {
    name: "parameters",
    async act(page) {
      await write(page, "A city in the rain at night, neon");
      await openSheet(page);
    },
  },
  {
    name: "models",
    async act(page, { isPhone }) {
      if (isPhone) await openSheet(page);
      await page.getByRole("button", { name: /^Model/ }).click();
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "references",
    async act(page) {
      await write(page, "A fox in the colours of ");
      await page
        .getByLabel("Add reference pictures")
        .setInputFiles(["public/examples/balloons.webp", "public/examples/fox.webp"]);
      await page.getByRole("list", { name: "References" }).waitFor();
      await page.getByRole("progressbar").first().waitFor({ state: "hidden" });
      await page.getByLabel("Prompt").pressSequentially("@");
      await page.getByRole("listbox", { name: "References to name" }).waitFor();
    },
  },
  {
    name: "palette",
    async act(page) {
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox", { name: "Find anything" }).pressSequentially("fox");
      await page.getByRole("option", { name: /fox/ }).first().waitFor();
    },
  },
  {
    name: "keys",
    async act(page) {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    },
  },
  {
    name: "more",
    async act(page, { isPhone }) {
      if (isPhone) await page.getByRole("button", { name: "More", exact: true }).click();
      else await page.getByRole("article").last().getByRole("button", { name: /^More/ }).click();
    },
  },
];
