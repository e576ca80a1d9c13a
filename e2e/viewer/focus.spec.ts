import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

test("a picture that is opened from the gallery, and the next one, have the focus; a link that led on keeps it", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "three pears", n: 3, ...small });
  await page.goto("/gallery");
  await focusOnceAlive(page.getByRole("gridcell").getByRole("link").first());
  await page.keyboard.press("Enter");
  const picture = page.getByRole("button", { name: "Zoom in" });
  await expect(picture).toBeFocused();

  const first = page.url();
  await page.keyboard.press("ArrowRight");
  await expect(page).not.toHaveURL(first);
  await expect(picture).toBeFocused();

  const newer = page.getByRole("link", { name: "Newer picture" });
  await newer.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(first);
  // It is the newest: there is no such link any more.
  await expect(picture).toBeFocused();
  const older = page.getByRole("link", { name: "Older picture" });
  await older.focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(first);
  await expect(older).toBeFocused();
});

test("a question that a key asked gives the focus back to the picture, and is answered for the next one", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "two figs", n: 2, ...small });
  const [older, newer] = images.map(({ id }) => id).sort();
  await page.goto(`/gallery/${newer}`);
  await page.getByRole("button", { name: "Add to favourites" }).click();
  await expect(page.getByRole("button", { name: "Remove from favourites" })).toBeVisible();
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );

  await page.keyboard.press("Delete");
  const question = page.getByRole("dialog", { name: "Delete a favourite?" });
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeFocused();

  await page.keyboard.press("Delete");
  await question.getByRole("button", { name: "Move to the trash" }).click();
  await expect(page).toHaveURL(new RegExp(`${older}$`));
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeFocused();
});

test("after the last picture was deleted the focus is on what came in its place", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "one quince", ...small });
  await page.goto("/gallery");
  // A press before the page is alive would load the next one anew, which begins at its top.
  await focusOnceAlive(page.getByRole("gridcell").getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeFocused();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No pictures yet")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});
