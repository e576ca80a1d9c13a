import { expect, test } from "../fixtures/studio-fixture.ts";

test("the studio opens, and says where one is", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Atelier/);
  await expect(
    page.getByRole("navigation").getByRole("link", { name: "Studio" }).first(),
  ).toHaveAttribute("aria-current", "page");
});

test("the first Tab reaches a link that skips the navigation: to the prompt, elsewhere to the screen", async ({
  page,
}) => {
  await page.goto("/");
  // It is streamed, and hidden until all of it is here.
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await expect(prompt).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the prompt" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(prompt).toBeFocused();

  await page.goto("/gallery");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the link to the prompt leads there also before the page's code has come", async ({
  page,
}) => {
  await page.route("**/*.js", (route) => route.abort());
  await page.goto("/", { waitUntil: "domcontentloaded" });
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await expect(prompt).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(prompt).toBeFocused();
});
