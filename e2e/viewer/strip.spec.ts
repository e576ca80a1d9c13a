import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

const small = { size: "256x256" };

const stripOf = (page: Page) => page.getByRole("navigation", { name: "What belongs to it" });
const linksOf = (page: Page, group: string) =>
  stripOf(page).getByRole("region", { name: group }).getByRole("link");

test("the strip shows the pictures of one press, tells the current one, and leads to the others by click and by key", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a lone gull", ...small });
  const { images } = await api.make({ prompt: "three gulls", n: 3, ...small });
  const [first, second, third] = images.map(({ id }) => id);
  await page.goto(`/gallery/${second}`);
  const links = linksOf(page, "Made with it");
  await expect(links).toHaveCount(3);
  await expect(stripOf(page).locator("[aria-current]")).toHaveAccessibleName("Picture 2 of 3");

  await links.last().click();
  await expect(page).toHaveURL(new RegExp(`${third}$`));
  await expect(stripOf(page).locator("[aria-current]")).toHaveAccessibleName("Picture 3 of 3");

  // One stop of Tab; an arrow that is for the strip does not lead to the next of the gallery.
  await page.getByRole("button", { name: "Zoom in" }).focus();
  await page.keyboard.press("Tab");
  await expect(links.last()).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${first}$`));
  await expect(links.first()).toBeFocused();
  await expect(links.first()).toHaveAttribute("aria-current", "true");

  await page.goto("/gallery");
  await page.getByRole("link", { name: "a lone gull" }).click();
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
  await expect(stripOf(page)).toHaveCount(0);
});

test("the strip leads to what a picture was made from and to what was made of it, which comes by itself", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const parent = await api.make({ prompt: "a kiln", ...small });
  const own = await api.make({
    prompt: "a kiln at night",
    sourceGenerationId: parent.id,
    ...small,
  });
  await page.goto(`/gallery/${own.images[0]?.id}`);
  await expect(linksOf(page, "Made from")).toHaveAccessibleName("a kiln");
  await expect(linksOf(page, "Made of it")).toHaveCount(0);

  await page.getByRole("complementary").getByRole("button", { name: "Run again" }).click();
  await expect(linksOf(page, "Made of it")).toHaveCount(1);
  await linksOf(page, "Made of it").click();
  await expect(linksOf(page, "Made from")).toHaveAccessibleName("a kiln at night");

  await linksOf(page, "Made from").click();
  await expect(linksOf(page, "Made from")).toHaveAccessibleName("a kiln");
  await linksOf(page, "Made from").click();
  await expect(page).toHaveURL(new RegExp(`${parent.images[0]?.id}$`));
  await expect(linksOf(page, "Made of it")).toHaveAccessibleName("a kiln at night");
});
