import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";

const canvas = { light: "#f6f6f6", dark: "#0f0f0f" };

/** What colours the browser's own bar: the first that fits (https://html.spec.whatwg.org/#meta-theme-color). */
const barOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .find(({ media }) => matchMedia(media || "all").matches)
      ?.content.toLowerCase(),
  );

test("the theme is chosen for this browser, and outlives a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/settings");
  await page.getByRole("group", { name: "Theme" }).getByText("Dark").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the browser's bar has the chosen theme, whatever the system's is, also before the page's code has come", async ({
  page,
}) => {
  for (const [system, chosen, word] of [
    ["light", "dark", "Dark"],
    ["dark", "light", "Light"],
  ] as const) {
    await page.emulateMedia({ colorScheme: system });
    await page.goto("/settings");
    const theme = page.getByRole("group", { name: "Theme" });
    await theme.getByText("As the system").click();
    await expect.poll(() => barOf(page)).toBe(canvas[system]);
    await theme.getByText(word).click();
    await expect.poll(() => barOf(page)).toBe(canvas[chosen]);

    await page.getByRole("link", { name: "Studio" }).click();
    await expect(page.getByRole("textbox", { name: "Prompt" })).toBeVisible();
    expect(await barOf(page)).toBe(canvas[chosen]);

    await page.route("**/*.js", (route) => route.abort());
    await page.goto("/gallery", { waitUntil: "domcontentloaded" });
    expect(await barOf(page)).toBe(canvas[chosen]);
    await page.unroute("**/*.js");
  }
});

test("where the system chooses the theme, the browser's bar goes with it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/settings");
  await expect.poll(() => barOf(page)).toBe(canvas.light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => barOf(page)).toBe(canvas.dark);
});
