import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, focusOnceAlive, newGate } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

test("what the server refuses to delete is shown again, in the studio and in the gallery", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const prompt = `a stork ${newGate()}`;
  await api.make({ prompt, ...small });
  const refusal = { error: { code: "storage_unavailable", message: "The disk is full." } };
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await page.route(/\/api\/(batches|images)\/[^/]+$/, async (route) => {
    if (route.request().method() !== "DELETE") return route.continue();
    asked.resolve();
    await answer.promise;
    return route.fulfill({ status: 503, json: refusal });
  });

  await page.goto("/");
  const card = cardOf(page, prompt);
  await card.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await asked.promise;
  await expect(card).toHaveCount(0);
  answer.resolve();
  await expect(page.getByText("The disk is full.")).toBeVisible();
  await expect(card).toBeVisible();

  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText(prompt) });
  await focusOnceAlive(tile.getByRole("link"));
  await page.keyboard.press("Delete");
  await expect(page.getByText("The disk is full.")).toBeVisible();
  await expect(tile).toBeVisible();
});

test("a favourite that is pressed twice on a slow line ends as it was pressed last", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const prompt = `an ibis ${newGate()}`;
  await api.make({ prompt, ...small });
  const slow = Promise.withResolvers<void>();
  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText(prompt) });
  await page.route(
    "**/api/images/*",
    async (route) => {
      await slow.promise;
      await route.continue();
    },
    { times: 1 },
  );
  await focusOnceAlive(tile.getByRole("link"));
  await page.keyboard.press("f");
  await expect(tile.getByRole("button", { name: "Remove from favourites" })).toBeAttached();
  await page.keyboard.press("f");
  await expect(tile.getByRole("button", { name: "Add to favourites" })).toBeAttached();
  slow.resolve();
  await expect(page.getByText("Removed from favourites")).toBeAttached();
  await page.reload();
  await expect(tile.getByRole("button", { name: "Add to favourites" })).toBeAttached();
});

test("who deletes a picture goes on at once, and is not called back by a slow answer", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const mark = newGate();
  const older = await api.make({ prompt: `an older bittern ${mark}`, ...small });
  const newer = await api.make({ prompt: `a newer bittern ${mark}`, ...small });
  const slow = Promise.withResolvers<void>();
  await page.route("**/api/images/*", async (route) => {
    if (route.request().method() === "DELETE") await slow.promise;
    await route.continue();
  });
  await page.goto(`/gallery/${newer.images[0]?.id}`);
  await focusOnceAlive(page.getByRole("button", { name: "Add to favourites" }));
  await page.keyboard.press("Delete");
  await expect(page.getByText("Moved to the trash")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/gallery/${older.images[0]?.id}$`));
  await page
    .getByRole("navigation", { name: "Screens" })
    .getByRole("link", { name: "Studio" })
    .click();
  await expect(cardOf(page, `a newer bittern ${mark}`).getByText("In the trash")).toBeVisible();
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE");
  slow.resolve();
  await deleted;
  await expect(page).toHaveURL(/\/$/);

  await page.reload();
  await expect(cardOf(page, `a newer bittern ${mark}`).getByText("In the trash")).toBeVisible();
});
