import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

const small = { size: "256x256" };

// A window that is smaller than the gallery.
test.use({ viewport: { width: 600, height: 400 } });

test("the gallery is where it was left, after a look at a picture and Back", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a long row of tents", n: 8, size: "256x256" });
  await page.goto("/gallery");
  const link = page.getByRole("gridcell").getByRole("link").nth(5);
  await link.scrollIntoViewIfNeeded();
  const href = await link.getAttribute("href");
  const left = await page.evaluate(() => window.scrollY);
  expect(left).toBeGreaterThan(0);

  await link.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(left);
});

test("pictures that come while one is further down wait behind a word, and nothing jumps", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a row of boats", n: 8, size: "256x256" });
  await page.goto("/gallery");
  await page.getByRole("gridcell").getByRole("link").nth(5).scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => window.scrollY);

  await api.make({ prompt: "a late boat", ...small });
  const pill = page.getByRole("button", { name: "1 new" });
  await expect(pill).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(left);

  await pill.click();
  await expect(page.getByAltText("a late boat")).toBeInViewport();
});
