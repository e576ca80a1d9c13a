import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

test("a picture is in the gallery when it was made, newest first", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a lighthouse, first", ...small });
  await api.make({ prompt: "a lighthouse, second", ...small });

  await page.goto("/gallery");
  await expect(page.getByRole("heading", { name: /^(Today|Yesterday)$/ })).toBeVisible();
  const lighthouses = page.getByRole("gridcell").getByRole("link", { name: /^a lighthouse, / });
  await expect(lighthouses.first()).toHaveAccessibleName("a lighthouse, second");
});

test("a deleted picture comes back by Undo", async ({ page, studio, request }) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a whale to undo", ...small });
  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText("a whale to undo") });

  await tile.hover();
  await tile.getByRole("button", { name: "Delete" }).click();
  await expect(tile).toHaveCount(0);
  const restored = page.waitForResponse("**/restore");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tile).toBeVisible();
  await restored;

  await page.reload();
  await expect(tile).toBeVisible();
});

test("the focus stays on its picture where a new one moves it on", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a focused finch", ...small });
  await page.goto("/gallery");
  const link = page.getByRole("gridcell").getByRole("link", { name: "a focused finch" });
  await focusOnceAlive(link);
  await expect(link).toBeFocused();

  await api.make({ prompt: "a finch that comes later", ...small });
  await expect(page.getByAltText("a finch that comes later")).toBeVisible();
  await expect(link).toBeFocused();
});

test("a deleted picture stays away after a reload", async ({ page, studio, request }) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a whale to lose", ...small });
  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText("a whale to lose") });

  await focusOnceAlive(tile.getByRole("link"));
  await page.keyboard.press("Delete");
  await expect(page.getByText("Moved to the trash")).toBeVisible();
  await expect(tile).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await expect(tile).toHaveCount(0);
});

test("a favourite survives a reload, is among the favourites, and is asked for before it is deleted", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a favourite owl", ...small });
  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText("a favourite owl") });
  await tile.hover();
  await tile.getByRole("button", { name: "Add to favourites" }).click();
  await expect(tile.getByRole("button", { name: "Remove from favourites" })).toBeVisible();
  await expect(page.getByText("Added to favourites")).toBeAttached();

  await page.reload();
  await page.getByRole("link", { name: "Favourites" }).click();
  await expect(page).toHaveURL(/favorites=true/);
  await expect(tile).toBeVisible();

  await tile.getByRole("link").focus();
  await page.keyboard.press("Delete");
  const question = page.getByRole("dialog", { name: "Delete a favourite?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(tile).toBeVisible();

  await page.keyboard.press("Delete");
  await question.getByRole("button", { name: "Move to the trash" }).click();
  await expect(tile).toHaveCount(0);
});

test("a favourite is asked for again, however soon after the last answer", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a hasty owl", ...small });
  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText("a hasty owl") });
  await tile.hover();
  await tile.getByRole("button", { name: "Add to favourites" }).click();
  await expect(tile.getByRole("button", { name: "Remove from favourites" })).toBeVisible();
  await tile.getByRole("link").focus();
  await page.keyboard.press("Delete");
  const question = page.getByRole("dialog", { name: "Delete a favourite?" });
  const link = await tile.getByRole("link").elementHandle();

  // Before the browser has told the page of the first dialog's end, which is a task of its own.
  await question.getByRole("button", { name: "Keep it" }).evaluate(async (button, tileLink) => {
    const dialog = button.closest("dialog");
    if (button instanceof HTMLElement) button.click();
    while (dialog?.open) await Promise.resolve();
    tileLink?.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
  }, link);
  await question.getByRole("button", { name: "Move to the trash" }).click();
  await expect(tile).toHaveCount(0);
});

test("one picture takes the Tab key, arrow keys lead to the others, and Enter opens one", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "two cups", n: 2, ...small });
  await page.goto("/gallery");
  const links = page.getByRole("gridcell").getByRole("link");

  await focusOnceAlive(links.first());
  await page.keyboard.press("ArrowRight");
  await expect(links.nth(1)).toBeFocused();
  await expect(links.first()).toHaveAttribute("tabindex", "-1");

  const href = await links.nth(1).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("a picture appears by itself in a gallery that is at its top", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await page.goto("/gallery");
  await api.make({ prompt: "a comet unannounced", ...small });

  await expect(page.getByAltText("a comet unannounced")).toBeVisible();
});
