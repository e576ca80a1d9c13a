import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

test("one stream of events serves all screens of a tab, and each shows what came while another was open", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const mark = newGate();
  await api.make({ prompt: `a first heron ${mark}`, ...small });
  const streams: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/events") streams.push(request.url());
  });

  await page.goto("/");
  const rail = page.getByRole("navigation", { name: "Screens" });
  await rail.getByRole("link", { name: "Gallery" }).click();
  await page
    .getByRole("gridcell")
    .getByRole("link", { name: `a first heron ${mark}` })
    .click();
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toBeVisible();
  await api.make({ prompt: `a second heron ${mark}`, ...small });
  await page.keyboard.press("f");
  await page.keyboard.press("Escape");
  const tiles = page.getByRole("gridcell").filter({ has: page.getByAltText(mark) });
  await expect(tiles).toHaveCount(2);
  await expect(tiles.nth(1).getByRole("button", { name: "Remove from favourites" })).toBeVisible();

  await rail.getByRole("link", { name: "Studio" }).click();
  await expect(cardOf(page, `a second heron ${mark}`).getByRole("img")).toBeVisible();
  await cardOf(page, `a first heron ${mark}`).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await rail.getByRole("link", { name: "Gallery" }).click();
  await expect(tiles).toHaveCount(1);
  expect(streams).toHaveLength(1);
});

test("what is run again from a picture's page is seen in the studio at once", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const mark = newGate();
  await api.make({ prompt: `an egret ${mark}`, ...small });
  await page.goto("/");
  const rail = page.getByRole("navigation", { name: "Screens" });
  await rail.getByRole("link", { name: "Gallery" }).click();
  await page
    .getByRole("gridcell")
    .getByRole("link", { name: `an egret ${mark}` })
    .click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();

  const answer = Promise.withResolvers<void>();
  await page.route("**/api/batches", async (route) => {
    await answer.promise;
    await route.continue();
  });
  await page.keyboard.press("r");
  await rail.getByRole("link", { name: "Studio" }).click();
  await expect(page.getByRole("article", { name: mark })).toHaveCount(2);
  answer.resolve();
  await expect(page.getByRole("article", { name: mark }).getByRole("img")).toHaveCount(2);
});

test("a picture that comes while one looks at another is a step away", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const mark = newGate();
  await api.make({ prompt: `a first spoonbill ${mark}`, ...small });
  await page.goto("/gallery");
  await page
    .getByRole("gridcell")
    .getByRole("link", { name: `a first spoonbill ${mark}` })
    .click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  const { images } = await api.make({ prompt: `a second spoonbill ${mark}`, ...small });
  await expect(page.getByRole("link", { name: "Newer picture" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(new RegExp(`/gallery/${images[0]?.id}$`));
});
